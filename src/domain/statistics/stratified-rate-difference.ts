import type { Estimate } from '../estimate.ts';
import { bootstrapReplicates, type Cluster, percentileInterval } from './cluster-bootstrap.ts';
import { noEstimate } from './interval.ts';
import { mover } from './mover.ts';
import { poissonExact } from './poisson-exact.ts';

/** Two samples of clusters that are compared with each other and with no other stratum. */
export interface ClusterPair {
  readonly a: readonly Cluster[];
  readonly b: readonly Cluster[];
}

const EXACT = 'difference of exact Poisson rates 95 %';

const total = (clusters: readonly Cluster[], key: keyof Cluster): number =>
  clusters.reduce((sum, cluster) => sum + cluster[key], 0);

const rateOf = (clusters: readonly Cluster[]): number =>
  total(clusters, 'numerator') / Math.max(1, total(clusters, 'denominator'));

const exactRate = (clusters: readonly Cluster[]): Estimate => {
  const [events, exposure] = [total(clusters, 'numerator'), total(clusters, 'denominator')];
  const { low, high } = poissonExact(events);
  return { value: events / exposure, n: exposure, low: low / exposure, high: high / exposure, method: EXACT };
};

/**
 * The difference of two rates, `a − b`, each stratum weighted by its exposure, clusters drawn anew inside sample and
 * stratum. Where all clusters are alike, so that a bootstrap would claim certainty, from exact Poisson rates.
 * n is the exposure; strata that lack one side are left out. `share` is that of the interval; the exact one keeps its 95 %.
 */
export const stratifiedRateDifference = (pairs: readonly ClusterPair[], share = 0.95): Estimate => {
  const method = `stratified difference, bootstrap over tasks ${Math.round(100 * share)} %`;
  const strata = pairs.filter(({ a, b }) => total(a, 'denominator') > 0 && total(b, 'denominator') > 0);
  if (strata.length === 0) return noEstimate(method);
  const exposures = strata.map(({ a, b }) => total(a, 'denominator') + total(b, 'denominator'));
  const n = exposures.reduce((sum, exposure) => sum + exposure, 0);
  let value = 0;
  let differences = new Float64Array();
  strata.forEach(({ a, b }, index) => {
    const weight = (exposures[index] ?? 0) / n;
    value += weight * (rateOf(a) - rateOf(b));
    const [drawnA, drawnB] = [bootstrapReplicates(a, 2 * index + 1), bootstrapReplicates(b, 2 * index + 2)];
    const earlier = differences;
    differences = drawnA.map((one, r) => (earlier[r] ?? 0) + weight * (one - (drawnB[r] ?? 0)));
  });
  const { low, high } = percentileInterval(differences, share);
  if (low < high) return { value, n, low: Math.min(low, value), high: Math.max(high, value), method };
  return mover(exactRate(strata.flatMap(({ a }) => a)), exactRate(strata.flatMap(({ b }) => b)), EXACT);
};
