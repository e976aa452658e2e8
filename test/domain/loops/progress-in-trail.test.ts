import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoopSignal, Progress } from '../../../src/domain/loops/loop-signal.ts';
import { failuresIn, lastMoveIn, lastProgressIn, lastWordIn } from '../../../src/domain/loops/progress-in-trail.ts';

const AT = '2026-10-01T09:00:00.000Z';
const start = (run: string, error: string | null = null, progress?: Progress): LoopSignal => ({
  kind: 'start',
  run,
  at: AT,
  error,
  ...(progress === undefined ? {} : { progress }),
});
const recall = (run: string, error: string | null): LoopSignal => ({
  kind: 'recall',
  run,
  at: AT,
  error,
  asked: 'q',
  lessons: [],
  atStart: false,
});
const outcome = (run: string, error: string | null): LoopSignal => ({
  kind: 'outcome',
  run,
  at: AT,
  error,
  ended: 'failed',
});
const HUMAN: LoopSignal = { kind: 'human', at: AT };

describe('failures of a task', () => {
  it('are counted once an attempt, however often they are told', () => {
    const told = [
      start('1', 'E'),
      recall('1', 'E'),
      outcome('1', 'E'),
      start('2', 'E'),
      outcome('2', 'E'),
      start('3', 'E'),
    ];
    expect(failuresIn(told).map(({ at }) => at)).toEqual([0, 4]);
    expect(failuresIn([start('1', 'E'), start('2', 'E'), start('3', 'E')])).toHaveLength(3);
    expect(failuresIn([start('1'), recall('1', 'E'), recall('1', 'E'), recall('1', 'E')])).toHaveLength(3);
    expect(failuresIn([outcome('1', 'E'), HUMAN, start('2', 'F')]).map(({ error }) => error)).toEqual(['E', 'F']);
  });
});

describe('progress', () => {
  it('is a new failure, another change, more passing tests, or a word of a person; never the same once more', () => {
    expect(lastProgressIn([start('1', 'E'), start('2', 'E'), start('3', 'E')])).toBe(0);
    expect(lastProgressIn([start('1', 'E'), start('2', 'F'), start('3', 'E')])).toBe(1);
    expect(lastProgressIn([start('1', 'E'), HUMAN, start('2', 'E')])).toBe(1);
    expect(lastMoveIn([start('1', 'E', { diff: 'a' }), start('2', 'E', { diff: 'b' })])).toBe(1);
    expect(lastMoveIn([start('1', 'E', { diff: 'a' }), start('2', 'E', { diff: 'a' })])).toBe(0);
    expect(lastMoveIn([start('1', 'E', { tests_passing: 5 }), start('2', 'E', { tests_passing: 6 })])).toBe(1);
    expect(lastMoveIn([start('1', 'E', { tests_passing: 5 }), start('2', 'E', { tests_passing: 4 })])).toBe(0);
    expect(lastWordIn([start('1'), HUMAN, start('2')])).toBe(2);
  });

  it('lies within the trail, whatever happened', () => {
    const signal = fc.oneof(
      fc
        .record({ run: fc.constantFrom('1', '2'), error: fc.constantFrom(null, 'E', 'F') })
        .map(({ run, error }) => start(run, error)),
      fc
        .record({ run: fc.constantFrom('1', '2'), error: fc.constantFrom(null, 'E') })
        .map(({ run, error }) => recall(run, error)),
      fc.constant(outcome('1', 'E')),
      fc.constant(HUMAN),
    );
    fc.assert(
      fc.property(fc.array(signal, { maxLength: 30 }), (trail) => {
        for (const place of [lastMoveIn(trail), lastProgressIn(trail)]) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(Math.max(0, trail.length - 1));
        }
        expect(failuresIn(trail).length).toBeLessThanOrEqual(trail.length);
      }),
    );
  });
});
