import type { Estimate } from '../estimate.ts';
import { type Cluster, clusterBootstrap } from '../statistics/cluster-bootstrap.ts';
import { noEstimate } from '../statistics/interval.ts';
import { poissonExact } from '../statistics/poisson-exact.ts';

const BOOTSTRAP = 'bootstrap over tasks, 95 % percentile';
const POISSON = 'exact Poisson 95 %';

/**
 * Events per 100 runs, tasks being the clusters; n is the number of runs. Without any event, or when all tasks are alike
 * (a bootstrap would claim certainty), the interval is the exact Poisson one: 0 to 3.69 ÷ runs × 100 for no event.
 */
export const per100Runs = (clusters: readonly Cluster[]): Estimate => {
  const events = clusters.reduce((sum, cluster) => sum + cluster.numerator, 0);
  const runs = clusters.reduce((sum, cluster) => sum + cluster.denominator, 0);
  if (runs === 0) return noEstimate(BOOTSTRAP);
  const drawn = events === 0 ? null : clusterBootstrap(clusters);
  const value = (100 * events) / runs;
  if (drawn !== null && drawn.low < drawn.high) {
    const low = Math.min(value, 100 * drawn.low);
    return { value, n: runs, low, high: Math.max(value, 100 * drawn.high), method: BOOTSTRAP };
  }
  const exact = poissonExact(events);
  return { value, n: runs, low: (100 * exact.low) / runs, high: (100 * exact.high) / runs, method: POISSON };
};
