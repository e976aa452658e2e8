import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmOf } from '../../../src/domain/metrics/harm.ts';
import { randomSource } from '../../../src/domain/statistics/random-source.ts';
import { at, clean, counted, DAY, type HistorySpec, NOW, tasks } from '../../support/histories.ts';

/** Pairs of which the first is in memory, then the second, by turns. */
const trial = (count: number, fails: (arm: 'memory' | 'holdout', index: number) => boolean): HistorySpec[] =>
  tasks(count, (index) => {
    const arm = index % 4 === 0 || index % 4 === 3 ? 'memory' : 'holdout';
    return { arm, outcomes: [fails(arm, index) ? { outcome: 'failed' } : clean] };
  });
const harm = (specs: readonly HistorySpec[], now = NOW) => harmOf(specs.map(counted), now);

describe('evidence of harm', () => {
  it('reaches its limit when memory fails and the holdout does not', () => {
    const found = harm(trial(60, (arm) => arm === 'memory'));
    expect(found.evidence).toBeGreaterThanOrEqual(20);
    expect(found.reached_at).not.toBeNull();
    expect(found.blocks).toBe(30);
  });

  it('never grows when memory helps', () => {
    expect(harm(trial(60, (arm) => arm === 'holdout'))).toMatchObject({ evidence: 1, reached_at: null });
  });

  it('is none of nothing, and waits until both tasks of a pair are mature', () => {
    expect(harm([])).toMatchObject({ evidence: 1, blocks: 0, reached_at: null });
    const open = tasks(2, (index) => ({
      arm: index === 0 ? 'memory' : 'holdout',
      outcomes: index === 0 ? [clean] : [],
    }));
    expect(harm(open, at(DAY)).blocks).toBe(0);
    expect(harm(open, at(4 * DAY)).blocks).toBe(1);
  });

  it('what it reached once stays reached, whatever comes later', () => {
    const early = trial(60, (arm) => arm === 'memory');
    const late = trial(200, (arm, index) => (index < 60 ? arm === 'memory' : arm === 'holdout'));
    expect(harm(late).reached_at).toBe(harm(early).reached_at);
  });

  it('reaches 20 in at most 5 of 100 trials without effect', () => {
    const random = randomSource(7);
    let reached = 0;
    for (let trialNumber = 0; trialNumber < 400; trialNumber += 1) {
      if (harm(trial(100, () => random() < 0.3)).reached_at !== null) reached += 1;
    }
    expect(reached).toBeLessThanOrEqual(20);
  });

  it('does not depend on the order in which facts arrived', () => {
    const specs = trial(20, (_, index) => index % 3 === 0);
    fc.assert(
      fc.property(fc.shuffledSubarray(specs, { minLength: specs.length }), (shuffled) => {
        expect(harm(shuffled)).toEqual(harm(specs));
      }),
      { numRuns: 20 },
    );
  });
});
