import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Captured } from '../../../src/domain/capture/captured.ts';
import { readHookDelivery } from '../../../src/transports/http/hook-delivery.ts';

const EVENT: Captured = {
  v: 1,
  id: 'a',
  at: '2026-10-01T00:00:00.000Z',
  project: 'app',
  client: 'claude-code',
  session: 's1',
  task_key: 'session s1',
  what: { type: 'prompt', task: 'install axios' },
};
const QUESTION = {
  v: 1,
  event: { client: 'codex', kind: 'prompt', session: '', text: 'install\u200b axios', folder: '/home/dan' },
  project: 'app',
  task_key: 'session s1',
  shown: ['les_1'],
};

describe('readHookDelivery', () => {
  it('reads events and a question, visible text only, and leaves out what it does not know', () => {
    expect(readHookDelivery({ events: [EVENT], question: QUESTION, more: 1 })).toEqual({
      events: [EVENT],
      misshapen: 0,
      question: {
        ...QUESTION,
        event: { client: 'codex', kind: 'prompt', session: '', text: 'install axios' },
      },
    });
    expect(readHookDelivery({})).toEqual({ events: [], misshapen: 0, question: null });
  });

  it('keeps events whose question it cannot read', () => {
    expect(readHookDelivery({ events: [EVENT], question: { v: 2 } })).toEqual({
      events: [EVENT],
      misshapen: 0,
      question: null,
    });
  });

  it('counts events that no hook writes', () => {
    const wrong = [
      { ...EVENT, client: 'nobody' },
      { ...EVENT, at: 'yesterday' },
      { ...EVENT, what: { type: 'accepted', lesson_id: 'les_1' } },
      { ...EVENT, project: '' },
      null,
    ];
    expect(readHookDelivery({ events: [...wrong, EVENT] })).toMatchObject({ events: [EVENT], misshapen: 5 });
  });

  it.each([null, 7, [], { events: 'x' }, { events: Array.from({ length: 501 }) }])(
    'takes %j for no delivery',
    (body) => {
      expect(readHookDelivery(body)).toBeNull();
    },
  );

  it('ends well for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (events, question) => {
        readHookDelivery({ events, question });
        readHookDelivery({ events: [events, { ...EVENT, what: question }] });
      }),
    );
  });
});
