import { binomialDraw, normalDraw } from './binomial-draw.ts';
import type { Interval } from './interval.ts';
import { randomSource } from './random-source.ts';

/** What one cluster (a task) adds to a ratio: events above, exposure below. */
export interface Cluster {
  readonly numerator: number;
  readonly denominator: number;
}

const RESAMPLES = 2_000;
const SEED = 20_240_601;

/** Up to so many clusters each one is drawn. */
const DRAWN_SINGLY = 300;
/** More clusters are drawn by kind, if they are of so many kinds at most. */
const MOST_KINDS = 64;

interface Kind extends Cluster {
  count: number;
}

/** Clusters that are alike are one kind. In an order of their own, so that the order of tasks changes nothing. */
const kindsOf = (clusters: readonly Cluster[]): Kind[] => {
  const kinds = new Map<number, Map<number, Kind>>();
  for (const { numerator, denominator } of clusters) {
    const alike = kinds.get(denominator) ?? new Map<number, Kind>();
    if (alike.size === 0) kinds.set(denominator, alike);
    const known = alike.get(numerator);
    if (known === undefined) alike.set(numerator, { numerator, denominator, count: 1 });
    else known.count += 1;
  }
  return [...kinds.values()]
    .flatMap((alike) => [...alike.values()])
    .sort((a, b) => a.denominator - b.denominator || a.numerator - b.numerator);
};

type Draw = (random: () => number) => number;

const singly = (kinds: readonly Kind[], size: number): Draw => {
  const above = new Float64Array(size);
  const below = new Float64Array(size);
  let filled = 0;
  for (const { numerator, denominator, count } of kinds) {
    above.fill(numerator, filled, filled + count);
    below.fill(denominator, filled, filled + count);
    filled += count;
  }
  return (random) => {
    let numerator = 0;
    let denominator = 0;
    for (let i = 0; i < size; i += 1) {
      const drawn = (random() * size) | 0;
      numerator += above[drawn] ?? 0;
      denominator += below[drawn] ?? 0;
    }
    return denominator === 0 ? 0 : numerator / denominator;
  };
};

/** How many of each kind come up is one draw a kind: the same distribution, without drawing every cluster. */
const byKind =
  (kinds: readonly Kind[], size: number): Draw =>
  (random) => {
    let numerator = 0;
    let denominator = 0;
    let left = size;
    let unseen = size;
    for (const kind of kinds) {
      const drawn = binomialDraw(left, kind.count / unseen, random);
      numerator += drawn * kind.numerator;
      denominator += drawn * kind.denominator;
      left -= drawn;
      unseen -= kind.count;
    }
    return denominator === 0 ? 0 : numerator / denominator;
  };

/** What replicates tend to in a large sample of many kinds: normal, with the variance of a ratio. */
const byLimit = (kinds: readonly Kind[], size: number): Draw => {
  const total = (of: (kind: Kind) => number): number => kinds.reduce((sum, kind) => sum + kind.count * of(kind), 0);
  const below = total((kind) => kind.denominator);
  const ratio = below === 0 ? 0 : total((kind) => kind.numerator) / below;
  const scatter = total((kind) => (kind.numerator - ratio * kind.denominator) ** 2);
  const deviation = below === 0 ? 0 : Math.sqrt((scatter * size) / Math.max(1, size - 1)) / below;
  return (random) => ratio + deviation * normalDraw(random);
};

const drawOf = (clusters: readonly Cluster[]): Draw => {
  const kinds = kindsOf(clusters);
  if (clusters.length <= DRAWN_SINGLY) return singly(kinds, clusters.length);
  return kinds.length <= MOST_KINDS ? byKind(kinds, clusters.length) : byLimit(kinds, clusters.length);
};

/**
 * Replicates of `sum of numerators ÷ sum of denominators` when whole clusters are drawn anew, in the order of the drawing.
 * What happens inside one task is not independent, so tasks are drawn and not events. The order of clusters is none.
 *
 * Source: B. Efron, R. Tibshirani, "An introduction to the bootstrap" (1993); variance of a ratio: W. G. Cochran,
 * "Sampling techniques" (1977).
 */
export const bootstrapReplicates = (clusters: readonly Cluster[], seed = SEED): Float64Array => {
  const random = randomSource(seed);
  const draw = drawOf(clusters);
  const replicates = new Float64Array(RESAMPLES);
  for (let r = 0; r < RESAMPLES; r += 1) replicates[r] = draw(random);
  return replicates;
};

/** The middle 95 % of replicates, or of another `share` of them. */
export const percentileInterval = (replicates: Float64Array, share = 0.95): Interval => {
  const sorted = Float64Array.from(replicates).sort();
  const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))] ?? 0;
  return { low: at((1 - share) / 2), high: at((1 + share) / 2) };
};

/** 95 % percentile interval of a ratio over clusters: 2,000 resamples, fixed seed. */
export const clusterBootstrap = (clusters: readonly Cluster[]): Interval =>
  percentileInterval(bootstrapReplicates(clusters));
