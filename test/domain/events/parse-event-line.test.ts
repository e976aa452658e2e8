import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEventLine } from '../../../src/domain/events/parse-event-line.ts';

const now = '2026-10-02T00:00:00.000Z';
const parse = (value: unknown) => parseEventLine(JSON.stringify(value), now);
const reason = (value: unknown): string => {
  const parsed = parse(value);
  return 'reason' in parsed ? parsed.reason : 'accepted';
};

const samples = [
  '{"type":"run","run":"r1","task_key":"APP-7","project":"app","workflow":"bugfix","at":"2026-10-01T09:00:00Z","agent":"x","arm":"memory"}',
  '{"type":"recall","run":"r1","at":"2026-10-01T09:00:01Z","path":"hybrid","decision":"deliver","lessons":["les_1"],"tokens":210}',
  '{"type":"intervention","run":"r1","at":"2026-10-01T09:20:00Z","kind":"correction","planned":false,"wrong":"w","right":"r","repeat_of":"les_1","why":"missed"}',
  '{"type":"outcome","run":"r1","at":"2026-10-01T09:45:00Z","outcome":"completed_clean","source":"ci","rewrite_share":0.05,"fallback_used":false,"error":"e"}',
  '{"type":"verdict","run":"r1","at":"2026-10-01T09:46:00Z","lesson":"les_1","verdict":"helpful","by":"ann","source":"human"}',
];

describe('parseEventLine', () => {
  it.each(samples)('reads %s', (line) => {
    const parsed = parseEventLine(line, now);
    expect(parsed).toEqual({ event: { ...JSON.parse(line), at: JSON.parse(line).at.replace('Z', '.000Z') } });
  });

  it('reads times of any zone as UTC', () => {
    expect(parse({ type: 'run', run: 'r1', at: '2026-10-01T11:00:00+02:00' })).toEqual({
      event: { type: 'run', run: 'r1', at: '2026-10-01T09:00:00.000Z' },
    });
  });

  it('refuses what lies more than a day ahead', () => {
    expect(reason({ type: 'run', run: 'r1', at: '2026-10-02T23:00:00Z' })).toBe('accepted');
    expect(reason({ type: 'run', run: 'r1', at: '2026-10-03T00:00:01Z' })).toContain('24 hours');
  });

  it.each([
    ['no object', [1], 'JSON object'],
    ['no known type', { type: 'note' }, '`type`'],
    ['a name every object has', { type: 'constructor' }, '`type`'],
    ['no time', { type: 'run', run: 'r1' }, '`at`'],
    ['no run', { type: 'outcome', at: now, outcome: 'failed', source: 'ci' }, '`run`'],
    ['an unknown outcome', { type: 'outcome', run: 'r1', at: now, outcome: 'done', source: 'ci' }, '`outcome`'],
    ['an unknown key', { type: 'run', run: 'r1', at: now, status: 'ok' }, 'a key'],
    ['a share above 1', { ...JSON.parse(samples[3] ?? ''), rewrite_share: 5 }, '`rewrite_share`'],
    ['half a token', { ...JSON.parse(samples[1] ?? ''), tokens: 0.5 }, '`tokens`'],
  ])('refuses %s and says what is allowed', (_, value, words) => {
    expect(reason(value)).toContain(words);
  });

  it('never repeats what a line holds', () => {
    const secret = 'zq7-token-value';
    expect(reason({ type: 'run', run: 'r1', at: secret, [secret]: 1 })).not.toContain(secret);
    expect(reason({ type: secret })).not.toContain(secret);
  });

  it('survives any line', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
        const parsed = parseEventLine(line, now);
        expect('event' in parsed || parsed.reason.length > 0).toBe(true);
      }),
    );
  });
});
