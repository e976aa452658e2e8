import chisquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import type { Interval } from './interval.ts';

/**
 * Exact interval of a Poisson count's mean. For no event, 95 %: 0 to 3.69.
 *
 * Source: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936).
 */
export const poissonExact = (events: number, share = 0.95): Interval => ({
  low: events === 0 ? 0 : chisquareQuantile((1 - share) / 2, 2 * events) / 2,
  high: chisquareQuantile((1 + share) / 2, 2 * (events + 1)) / 2,
});
