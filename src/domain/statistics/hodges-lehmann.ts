import type { Estimate } from '../estimate.ts';
import { noEstimate, Z95 } from './interval.ts';

/** Two samples that are compared with each other and with no other stratum. */
export interface SamplePair {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

const METHOD = 'Hodges–Lehmann, Mann–Whitney 95 %';
const BISECTIONS = 200;

const ascending = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();

interface Sorted {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** How many differences `a − b` are at most `limit`, without forming them. */
const countUpTo = (strata: readonly Sorted[], limit: number): number => {
  let count = 0;
  for (const { a, b } of strata) {
    // For growing a the smallest fitting b only moves up.
    let first = 0;
    for (const value of a) {
      while (first < b.length && value - (b[first] ?? 0) > limit) first += 1;
      count += b.length - first;
    }
  }
  return count;
};

/** The k-th smallest difference (k from 1), by bisection: n·log instead of n² of memory. */
const kthDifference = (strata: readonly Sorted[], k: number): number => {
  let low = Math.min(...strata.map(({ a, b }) => (a[0] ?? 0) - (b.at(-1) ?? 0)));
  let high = Math.max(...strata.map(({ a, b }) => (a.at(-1) ?? 0) - (b[0] ?? 0)));
  if (countUpTo(strata, low) >= k) return low;
  for (let i = 0; i < BISECTIONS; i += 1) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (countUpTo(strata, middle) >= k) high = middle;
    else low = middle;
  }
  return high;
};

/**
 * The shift of `a` against `b`: the median of all differences inside the strata, with the interval of the Mann–Whitney
 * test (normal approximation).
 *
 * Source: J. L. Hodges, E. L. Lehmann, "Estimates of location based on rank tests", Annals of Math. Statistics 34 (1963).
 */
export const hodgesLehmann = (pairs: readonly SamplePair[]): Estimate => {
  const strata = pairs
    .filter(({ a, b }) => a.length > 0 && b.length > 0)
    .map(({ a, b }) => ({ a: ascending(a), b: ascending(b) }));
  if (strata.length === 0) return noEstimate(METHOD);
  const sum = (of: (stratum: Sorted) => number): number => strata.reduce((total, stratum) => total + of(stratum), 0);
  const differences = sum(({ a, b }) => a.length * b.length);
  const deviation = Math.sqrt(sum(({ a, b }) => (a.length * b.length * (a.length + b.length + 1)) / 12));
  const lowRank = Math.floor(differences / 2 - Z95 * deviation);
  const middle = Math.ceil(differences / 2);
  const median =
    differences % 2 === 1
      ? kthDifference(strata, middle)
      : (kthDifference(strata, middle) + kthDifference(strata, middle + 1)) / 2;
  return {
    value: median,
    n: sum(({ a, b }) => a.length + b.length),
    low: lowRank < 1 ? null : kthDifference(strata, lowRank),
    high: lowRank < 1 ? null : kthDifference(strata, differences - lowRank + 1),
    method: METHOD,
  };
};
