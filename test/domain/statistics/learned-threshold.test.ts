import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { describe, expect, it } from 'vitest';
import { doubledOdds } from '../../../src/domain/statistics/cusum.ts';
import { falseAlarmChance } from '../../../src/domain/statistics/cusum-chance.ts';
import { learnedThreshold } from '../../../src/domain/statistics/learned-threshold.ts';

/** By the chain without a grid, over 31 shares that the count may come of. */
const exactChance = (hits: number, n: number, threshold: number): number => {
  const design = doubledOdds(hits / n);
  const shares = Array.from({ length: 31 }, (_, i) => betaQuantile((i + 0.5) / 31, hits + 0.5, n - hits + 0.5));
  return shares.reduce((sum, q0) => sum + falseAlarmChance({ ...design, q0 }, threshold, 300), 0) / shares.length;
};

describe('learnedThreshold', () => {
  it.each([
    [5, 50],
    [10, 50],
    [4, 20],
    [20, 200],
  ])('keeps the budget over all shares that %d of %d may come of', (hits, n) => {
    const chance = exactChance(hits, n, learnedThreshold(doubledOdds(hits / n), { hits, n }));
    expect(chance).toBeLessThan(0.1);
    expect(chance).toBeGreaterThan(0.08);
  });

  it.each([
    [0.1, 4.03],
    [0.2, 4.57],
    [0.3, 4.88],
  ])('comes to the golden threshold of a known share of %d: %d', (share, golden) => {
    const n = 1_000_000;
    expect(Math.abs(learnedThreshold(doubledOdds(share), { hits: share * n, n }, 300, 0.1) - golden)).toBeLessThan(
      0.03,
    );
  });

  it('is beyond reach where everything failed already', () => {
    expect(learnedThreshold(doubledOdds(0.6), { hits: 20, n: 20 })).toBeGreaterThan(60);
  });
});
