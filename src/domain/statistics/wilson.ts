import type { Estimate } from '../estimate.ts';
import { noEstimate, Z95 } from './interval.ts';

const METHOD = 'Wilson 95 %';

/**
 * A share with its 95 % score interval.
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 */
export const wilson = (successes: number, n: number): Estimate => {
  if (n === 0) return noEstimate(METHOD);
  const p = successes / n;
  const z2 = Z95 * Z95;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return {
    value: p,
    n,
    // At the ends the formula is exact; rounding would leave 1e-17 there.
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
    method: METHOD,
  };
};
