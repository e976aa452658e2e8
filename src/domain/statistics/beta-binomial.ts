import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import type { Estimate } from '../estimate.ts';
import { noEstimate } from './interval.ts';
import type { Count } from './newcombe.ts';

const METHOD = 'beta-binomial, shrunk to the mean of the others, 95 %';
/** Jeffreys' prior: what is taken for known before any case. */
const HALF = 0.5;

/** How many cases the others' mean weighs: many where shares differ no more than by chance, few where they differ much. */
const priorStrength = (counts: readonly Count[], mean: number, total: number): number => {
  const spread = counts.length - 1;
  const beyond = total - counts.reduce((sum, { n }) => sum + n * n, 0) / total;
  if (spread < 1 || beyond <= spread) return 0;
  if (mean <= 0 || mean >= 1) return total;
  const scatter = counts.reduce((sum, { successes, n }) => sum + n * (successes / n - mean) ** 2, 0);
  const likeness = (scatter / (mean * (1 - mean)) - spread) / (beyond - spread);
  return likeness <= 0 ? total : Math.max(0, 1 / likeness - 1);
};

/**
 * Many shares, each drawn towards the mean of the others by as much as its own few cases leave room for: the best of a
 * hundred small samples is mostly luck. In the order given; a share without cases is no estimate, a single one is drawn
 * nowhere.
 *
 * Source: B. Efron, "Large-scale inference" (2010), chapter 1; the prior by moments: J. C. Kleinman, "Proportions with
 * extraneous variance", JASA 68 (1973).
 */
export const shrunkShares = (counts: readonly Count[]): Estimate[] => {
  const known = counts.filter(({ n }) => n > 0);
  const total = known.reduce((sum, { n }) => sum + n, 0);
  const successes = known.reduce((sum, one) => sum + one.successes, 0);
  const strength = priorStrength(known, successes / total, total);
  return counts.map((one) => {
    if (one.n === 0) return noEstimate(METHOD);
    // Its own cases are not used twice, and the others weigh no more than they are.
    const others = { successes: successes - one.successes, n: total - one.n };
    const weight = Math.min(strength, others.n);
    const mean = others.n === 0 ? 0 : others.successes / others.n;
    const a = HALF + weight * mean + one.successes;
    const b = HALF + weight * (1 - mean) + one.n - one.successes;
    const value = a / (a + b);
    const low = Math.min(value, betaQuantile(0.025, a, b));
    return { value, n: one.n, low, high: Math.max(value, betaQuantile(0.975, a, b)), method: METHOD };
  });
};
