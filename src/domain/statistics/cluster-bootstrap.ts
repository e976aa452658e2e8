import type { Interval } from './interval.ts';
import { randomSource } from './random-source.ts';

/** What one cluster (a task) adds to a ratio: events above, exposure below. */
export interface Cluster {
  readonly numerator: number;
  readonly denominator: number;
}

const RESAMPLES = 2_000;
const SEED = 20_240_601;

/**
 * Replicates of `sum of numerators ÷ sum of denominators` when whole clusters are drawn anew, in ascending order of the
 * drawing. What happens inside one task is not independent, so tasks are drawn and not events.
 *
 * Source: B. Efron, R. Tibshirani, "An introduction to the bootstrap" (1993).
 */
export const bootstrapReplicates = (clusters: readonly Cluster[], seed = SEED): Float64Array => {
  const above = Float64Array.from(clusters, (cluster) => cluster.numerator);
  const below = Float64Array.from(clusters, (cluster) => cluster.denominator);
  const size = clusters.length;
  const random = randomSource(seed);
  const replicates = new Float64Array(RESAMPLES);
  for (let r = 0; r < RESAMPLES; r += 1) {
    let numerator = 0;
    let denominator = 0;
    for (let i = 0; i < size; i += 1) {
      const drawn = (random() * size) | 0;
      numerator += above[drawn] ?? 0;
      denominator += below[drawn] ?? 0;
    }
    replicates[r] = denominator === 0 ? 0 : numerator / denominator;
  }
  return replicates;
};

/** The middle 95 % of replicates. */
export const percentileInterval = (replicates: Float64Array): Interval => {
  const sorted = Float64Array.from(replicates).sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
};

/** 95 % percentile interval of a ratio over clusters: 2,000 resamples, fixed seed. */
export const clusterBootstrap = (clusters: readonly Cluster[]): Interval =>
  percentileInterval(bootstrapReplicates(clusters));
