import type { Estimate } from '../estimate.ts';
import { type Cluster, type ClusteredRate, clusteredRate } from './clustered-rate.ts';
import { noEstimate } from './interval.ts';
import { mover } from './mover.ts';
import { rateInterval } from './rate-interval.ts';
import { studentT } from './student-t.ts';

/** Two samples of clusters that are compared with each other and with no other stratum. */
export interface ClusterPair {
  readonly a: readonly Cluster[];
  readonly b: readonly Cluster[];
}

interface Weighted {
  readonly rate: ClusteredRate;
  readonly weight: number;
}

const sum = (parts: readonly Weighted[], of: (part: Weighted) => number): number =>
  parts.reduce((total, part) => total + of(part), 0);

/**
 * The rate of one side in the mix of both; degrees of freedom as F. E. Satterthwaite, Biometrics Bulletin 2 (1946), has them for
 * a sum of variances.
 */
const mixed = (parts: readonly Weighted[]): ClusteredRate => {
  const variance = sum(parts, ({ rate, weight }) => weight ** 2 * rate.variance);
  const uncertain = sum(parts, ({ rate, weight }) => (weight ** 2 * rate.variance) ** 2 / rate.freedom);
  return {
    rate: sum(parts, ({ rate, weight }) => weight * rate.rate),
    events: sum(parts, ({ rate }) => rate.events),
    exposure: sum(parts, ({ rate }) => rate.exposure),
    variance,
    freedom: uncertain === 0 ? 1 : variance ** 2 / uncertain,
  };
};

/** Symmetric where the variance is known: the skew of two rates leaves their difference. */
const estimated = (rate: ClusteredRate, share: number): Estimate => {
  const interval = rateInterval(rate, share);
  const half = studentT(rate.freedom, share) * Math.sqrt(rate.variance);
  const ends = interval.exact ? interval : { low: rate.rate - half, high: rate.rate + half };
  return { value: rate.rate, n: rate.exposure, low: ends.low, high: ends.high, method: interval.method };
};

/**
 * The difference of two rates, `a − b`, each stratum weighted by its exposure, from the interval of each side. n is the
 * exposure; strata that lack one side are left out. `share` is that of the interval.
 */
export const stratifiedRateDifference = (pairs: readonly ClusterPair[], share = 0.95): Estimate => {
  const strata = pairs
    .map(({ a, b }) => ({ a: clusteredRate(a), b: clusteredRate(b) }))
    .filter(({ a, b }) => a.exposure > 0 && b.exposure > 0);
  const n = strata.reduce((total, { a, b }) => total + a.exposure + b.exposure, 0);
  const method = `stratified difference of rates, t over tasks ${Math.round(100 * share)} %`;
  if (n === 0) return noEstimate(method);
  const side = (key: 'a' | 'b'): ClusteredRate =>
    mixed(strata.map((stratum) => ({ rate: stratum[key], weight: (stratum.a.exposure + stratum.b.exposure) / n })));
  return mover(estimated(side('a'), share), estimated(side('b'), share), method);
};
