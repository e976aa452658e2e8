import { randomSource } from '../statistics/random-source.ts';

/** What came for one query, best first. */
export interface Answer {
  readonly ranked: readonly string[];
  readonly relevant: ReadonlySet<string>;
}

/** Rank of the first right one, from 1; infinite when it is not there. */
export const firstRank = ({ ranked, relevant }: Answer): number => {
  const place = ranked.findIndex((id) => relevant.has(id));
  return place < 0 ? Number.POSITIVE_INFINITY : place + 1;
};

export const hitAt =
  (k: number) =>
  (answer: Answer): number =>
    firstRank(answer) <= k ? 1 : 0;

export const reciprocalRank = (answer: Answer): number => 1 / firstRank(answer);

/** nDCG with binary relevance (Järvelin and Kekäläinen 2002), log2 discount. */
export const ndcgAt =
  (k: number) =>
  ({ ranked, relevant }: Answer): number => {
    const gain = (place: number): number => 1 / Math.log2(place + 2);
    const got = ranked.slice(0, k).reduce((sum, id, place) => sum + (relevant.has(id) ? gain(place) : 0), 0);
    let best = 0;
    for (let place = 0; place < Math.min(k, relevant.size); place += 1) best += gain(place);
    return best === 0 ? 0 : got / best;
  };

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Chance that a positive scores above a negative, ties half (Mann and Whitney 1947). */
export const auroc = (positives: readonly number[], negatives: readonly number[]): number => {
  const all = [
    ...positives.map((score) => ({ score, yes: true })),
    ...negatives.map((score) => ({ score, yes: false })),
  ];
  all.sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.score === all[from]?.score) to += 1;
    const rank = (from + 1 + to) / 2;
    for (let i = from; i < to; i += 1) if (all[i]?.yes) rankSum += rank;
    from = to;
  }
  const n = positives.length;
  return (rankSum - (n * (n + 1)) / 2) / (n * negatives.length);
};

/** Share of the positives that stay above the threshold which lets through at most `falseAlarms` of the negatives. */
export const recallAtFalseAlarms = (
  positives: readonly number[],
  negatives: readonly number[],
  falseAlarms: number,
): { recall: number; threshold: number } => {
  const sorted = [...negatives].sort((a, b) => b - a);
  const threshold = sorted[Math.floor(falseAlarms * sorted.length)] ?? Number.NEGATIVE_INFINITY;
  return { recall: mean(positives.map((score) => (score > threshold ? 1 : 0))), threshold };
};

const RESAMPLES = 2_000;

/** 95 % percentile bootstrap (Efron 1979) of the mean; give differences of pairs for a paired interval. */
export const bootstrap = (values: readonly number[], seed = 1): { low: number; high: number } => {
  const random = randomSource(seed);
  if (values.length === 0) return { low: Number.NaN, high: Number.NaN };
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i += 1) sum += values[Math.floor(random() * values.length)] ?? 0;
    return sum / values.length;
  }).sort((a, b) => a - b);
  return {
    low: means[Math.floor(0.025 * RESAMPLES)] ?? Number.NaN,
    high: means[Math.floor(0.975 * RESAMPLES)] ?? Number.NaN,
  };
};
