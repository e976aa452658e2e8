import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import type { Estimate } from '../estimate.ts';
import { noEstimate } from './interval.ts';

const METHOD = 'Clopper–Pearson 95 %';

/**
 * A share with its exact 95 % interval: never too narrow, so fit for safety claims.
 *
 * Source: C. J. Clopper, E. S. Pearson, "The use of confidence or fiducial limits", Biometrika 26 (1934).
 */
export const clopperPearson = (successes: number, n: number): Estimate => {
  if (n === 0) return noEstimate(METHOD);
  return {
    value: successes / n,
    n,
    low: successes === 0 ? 0 : betaQuantile(0.025, successes, n - successes + 1),
    high: successes === n ? 1 : betaQuantile(0.975, successes + 1, n - successes),
    method: METHOD,
  };
};
