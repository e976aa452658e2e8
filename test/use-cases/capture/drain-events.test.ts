import { describe, expect, it } from 'vitest';
import type { Captured, Happening } from '../../../src/domain/capture/captured.ts';
import { HoneError } from '../../../src/domain/error.ts';
import type { EventSpool } from '../../../src/ports/event-spool.ts';
import { drainEvents } from '../../../src/use-cases/capture/drain-events.ts';
import { openTestServices, soloAgent } from '../../support/test-services.ts';

const inApp = async () => soloAgent;
let count = 0;
const captured = (what: Happening, more: Partial<Captured> = {}): Captured => {
  count += 1;
  return {
    v: 1,
    id: `event-${count}`,
    at: '2026-10-01T08:00:00.000Z',
    project: 'app',
    client: 'claude-code',
    session: 's1',
    task_key: 'fix/empty-config',
    what,
    ...more,
  };
};

const spoolOf = (events: readonly Captured[]): EventSpool & { left: readonly Captured[] } => {
  const spool = {
    left: events,
    append: () => {},
    waits: () => spool.left.length > 0,
    claim: async () => [
      {
        events: spool.left,
        unreadable: 0,
        done: async () => {
          spool.left = [];
        },
      },
    ],
  };
  return spool;
};

const prompt = captured({ type: 'prompt', task: 'Fix the crash when the config file is empty.' });

describe('drainEvents', () => {
  it('opens one run for a session, at the time of its first prompt, and keeps each event once', async () => {
    const { services } = await openTestServices();
    const events = [
      prompt,
      captured({
        type: 'prompt',
        task: 'No, use pnpm.',
        heard: { kind: 'correction', probability: 0.9, quote: 'No, use pnpm.', wrong: 'npm test', right: 'use pnpm' },
      }),
      captured({ type: 'intervened', kind: 'rollback', note: 'git restore src' }),
      captured({
        type: 'recalled',
        recall: {
          query: 'crash',
          decision: 'deliver',
          path: 'lexical',
          reason: 'fits',
          tokens: 40,
          candidates: [{ lesson_id: 'les_1', rank: 1, score: 0.9 }],
        },
      }),
      captured({ type: 'ended', finished: true }),
    ];
    await drainEvents(services, inApp, spoolOf(events));
    await drainEvents(services, inApp, spoolOf(events));
    const { items } = await services.stores.runs.listRuns('app', {});
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      task: { task_key: 'fix/empty-config', text: 'Fix the crash when the config file is empty.' },
      run: { agent: 'claude-code', started_at: '2026-10-01T08:00:00.000Z' },
      outcome: { outcome: 'completed_clean', source: 'agent' },
    });
    const history = await services.stores.runs.history('app', items[0]?.run.run_id ?? '');
    expect(history?.interventions).toMatchObject([{ kind: 'rollback', planned: false }]);
    const heard = await services.stores.heard.ofRun('app', items[0]?.run.run_id ?? '');
    expect(heard).toMatchObject([{ quote: 'No, use pnpm.', probability: 0.9 }]);
    expect(history?.recalls).toMatchObject([{ query: 'crash', candidates: [{ lesson_id: 'les_1' }] }]);
    expect(history?.outcomes).toHaveLength(1);
  });

  it('gives another session on the same branch the next attempt', async () => {
    const { services } = await openTestServices();
    await drainEvents(services, inApp, spoolOf([prompt, captured(prompt.what, { session: 's2' })]));
    const { items } = await services.stores.runs.listRuns('app', {});
    expect(items.map(({ run }) => run.attempt).sort()).toEqual([1, 2]);
  });

  it('lets a merge of the branch confirm its newest run', async () => {
    const { services } = await openTestServices();
    await drainEvents(
      services,
      inApp,
      spoolOf([prompt, captured({ type: 'merged', branch: 'fix/empty-config' }, { client: 'git', session: '' })]),
    );
    const { items } = await services.stores.runs.listRuns('app', {});
    expect(items[0]?.outcome).toMatchObject({ outcome: 'completed_clean', source: 'ci' });
  });

  it('lets go what belongs to no run, and leaves in the spool what a busy store could not take', async () => {
    const { services } = await openTestServices();
    const spool = spoolOf([captured({ type: 'ended', finished: true }), prompt]);
    const busy = {
      ...services,
      unitOfWork: { ...services.unitOfWork, write: () => Promise.reject(new HoneError('BUSY', 'busy', 'again')) },
    };
    await expect(drainEvents(busy, inApp, spool)).rejects.toMatchObject({ code: 'BUSY' });
    expect(spool.left).toHaveLength(2);
    expect(await drainEvents(services, inApp, spool)).toEqual({ kept: 2, lost: 0 });
    expect((await services.stores.runs.listRuns('app', {})).total).toBe(1);
  });
});
