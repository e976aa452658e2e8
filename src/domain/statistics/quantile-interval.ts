import type { Estimate } from '../estimate.ts';
import { noEstimate } from './interval.ts';

const TAIL = 0.025;

/** Chance of at most `k` successes of `n`. */
const atMost = (k: number, n: number, p: number): number => {
  let logChance = n * Math.log(1 - p);
  let sum = 0;
  for (let i = 0; i <= Math.min(k, n); i += 1) {
    sum += Math.exp(logChance);
    logChance += Math.log((n - i) / (i + 1)) + Math.log(p / (1 - p));
  }
  return Math.min(1, sum);
};

/**
 * A quantile with the interval between two of the values themselves, whatever their distribution; an end is null where
 * the sample is too small to have one.
 *
 * Source: W. J. Conover, "Practical nonparametric statistics", confidence interval for a quantile.
 */
export const quantileInterval = (values: readonly number[], share: number): Estimate => {
  const n = values.length;
  const method = `quantile ${100 * share} %, order statistics 95 %`;
  if (n === 0) return noEstimate(method);
  const sorted = [...values].sort((a, b) => a - b);
  const at = (rank: number): number | null => sorted[rank - 1] ?? null;
  let low = 0;
  while (low < n && atMost(low, n, share) <= TAIL) low += 1;
  let high = low;
  while (high <= n && 1 - atMost(high - 1, n, share) > TAIL) high += 1;
  return { value: at(Math.max(1, Math.ceil(share * n))), n, low: at(low), high: at(high), method };
};
