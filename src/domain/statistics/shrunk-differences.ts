import type { Estimate } from '../estimate.ts';
import { noEstimate, Z95 } from './interval.ts';
import type { Stratum } from './mantel-haenszel.ts';
import { normalTail } from './normal-tail.ts';

export interface ShrunkDifference {
  readonly estimate: Estimate;
  /** One-sided chance of a difference so far below 0 by luck alone, not shrunk and not corrected for many. */
  readonly below: number;
}

const METHOD = 'difference of arms, shrunk to the mean of all lessons, 95 %';

interface Difference {
  readonly value: number;
  readonly variance: number;
}

/** With one success and one failure added to each side: a small sample is never certain. */
const differenceOf = ({ a, b }: Stratum): Difference => {
  const [p, q] = [a, b].map(({ successes, n }) => (successes + 1) / (n + 2)) as [number, number];
  return {
    value: a.successes / a.n - b.successes / b.n,
    variance: (p * (1 - p)) / (a.n + 2) + (q * (1 - q)) / (b.n + 2),
  };
};

/** How much differences vary beyond chance, and their mean, by DerSimonian and Laird. */
const spreadOf = (found: readonly Difference[]): { between: number; mean: number; meanVariance: number } => {
  const weighed = (extra: number) => {
    const weights = found.map(({ variance }) => 1 / (variance + extra));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = found.reduce((sum, { value }, i) => sum + (weights[i] ?? 0) * value, 0) / total;
    return { weights, total, mean };
  };
  const fixed = weighed(0);
  const scatter = found.reduce((sum, { value }, i) => sum + (fixed.weights[i] ?? 0) * (value - fixed.mean) ** 2, 0);
  const squares = fixed.weights.reduce((sum, weight) => sum + weight * weight, 0);
  const room = fixed.total - squares / fixed.total;
  const between = found.length < 2 || room <= 0 ? 0 : Math.max(0, (scatter - (found.length - 1)) / room);
  const { mean, total } = weighed(between);
  return { between, mean, meanVariance: 1 / total };
};

/**
 * Many differences of shares `a − b`, each drawn towards the mean of all. In the order given; one that lacks a side is no
 * estimate. A single one stays as it is.
 *
 * Source: empirical Bayes after C. N. Morris, JASA 78 (1983); variance between: R. DerSimonian, N. Laird, Controlled
 * Clinical Trials 7 (1986); added cases: A. Agresti, B. Caffo, The American Statistician 54 (2000).
 */
export const shrunkDifferences = (strata: readonly Stratum[]): ShrunkDifference[] => {
  const differences = strata.map((one) => (one.a.n > 0 && one.b.n > 0 ? differenceOf(one) : null));
  const known = differences.filter((one) => one !== null);
  const { between, mean, meanVariance } = spreadOf(known);
  return strata.map(({ a, b }, index) => {
    const own = differences[index];
    if (own === undefined || own === null) return { estimate: noEstimate(METHOD), below: 1 };
    const pull = known.length === 1 ? 0 : own.variance / (own.variance + between);
    const value = (1 - pull) * own.value + pull * mean;
    const half = Z95 * Math.sqrt((1 - pull) * own.variance + pull * pull * meanVariance);
    const estimate = {
      value,
      n: a.n + b.n,
      low: Math.max(-1, value - half),
      high: Math.min(1, value + half),
      method: METHOD,
    };
    return { estimate, below: normalTail(-own.value / Math.sqrt(own.variance)) };
  });
};
