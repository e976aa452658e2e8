import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/**
 * The middle `share` of Student's t lies between minus this and this; with endless degrees of freedom it is that of the normal
 * distribution.
 *
 * Source: M. Abramowitz, I. A. Stegun, "Handbook of mathematical functions" (1964), 26.7.1: t from the beta distribution.
 */
export const studentT = (freedom: number, share = 0.95): number => {
  const x = betaQuantile(1 - share, freedom / 2, 0.5);
  return Math.sqrt((freedom * (1 - x)) / x);
};
