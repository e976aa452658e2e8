import type { Estimate } from '../estimate.ts';
import { type Cluster, clusteredRate } from '../statistics/clustered-rate.ts';
import { noEstimate } from '../statistics/interval.ts';
import { RATE_METHOD, rateInterval } from '../statistics/rate-interval.ts';

/** Events per 100 runs, tasks being the clusters; n is the number of runs. */
export const per100Runs = (clusters: readonly Cluster[]): Estimate => {
  const found = clusteredRate(clusters);
  if (found.exposure === 0) return noEstimate(RATE_METHOD);
  const { low, high, method } = rateInterval(found);
  return { value: 100 * found.rate, n: found.exposure, low: 100 * low, high: 100 * high, method };
};
