import { describe, expect, it } from 'vitest';
import { type Block, eProcess } from '../../../src/domain/statistics/e-process.ts';
import { randomSource } from '../../../src/domain/statistics/random-source.ts';

const STOP = 20;

/** Share of trials of 100 blocks of two that ever reach 20. */
const everStopped = (failA: number, failB: number, trials: number, harmOnly = false): number => {
  const random = randomSource(11);
  const arm = (share: number) => ({ successes: random() < share ? 1 : 0, n: 1 });
  let stopped = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const blocks: Block[] = Array.from({ length: 100 }, () => ({ a: arm(failA), b: arm(failB) }));
    if (eProcess(blocks, harmOnly).some((evidence) => evidence >= STOP)) stopped += 1;
  }
  return stopped / trials;
};

describe('eProcess', () => {
  it.each([0.05, 0.3, 0.5, 0.9])('reaches 20 in at most 5 %% of trials without an effect (share %d)', (share) => {
    expect(everStopped(share, share, 2_000)).toBeLessThanOrEqual(0.05);
    expect(everStopped(share, share, 2_000, true)).toBeLessThanOrEqual(0.05);
  });

  it('sees a large effect, and with harmOnly none that is a benefit', () => {
    expect(everStopped(0.6, 0.2, 300)).toBeGreaterThan(0.9);
    expect(everStopped(0.6, 0.2, 300, true)).toBeGreaterThan(0.9);
    expect(everStopped(0.2, 0.6, 300, true)).toBeLessThan(0.02);
  });

  it('starts at 1 and is never NaN, empty blocks included', () => {
    const empty = { successes: 0, n: 0 };
    expect(eProcess([{ a: empty, b: empty }])).toEqual([1]);
    expect(eProcess([])).toEqual([]);
    const one = { successes: 1, n: 1 };
    for (const evidence of eProcess(Array.from({ length: 500 }, () => ({ a: one, b: one })))) {
      expect(evidence).toBeGreaterThan(0);
    }
  });
});
