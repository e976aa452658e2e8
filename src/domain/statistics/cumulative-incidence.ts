import type { Estimate } from '../estimate.ts';
import { noEstimate } from './interval.ts';

/** How long something took; `cause` is how it ended: the one that is asked for, another that rules it out, or not yet. */
export interface CompetingObservation {
  readonly time: number;
  readonly cause: 'asked' | 'other' | null;
}

const METHOD = 'cumulative incidence, median of all, no interval';

/**
 * When half of all have ended as asked, if the other end rules it out for good: taking those for censored would say
 * "sooner". Null when so many never do. In the unit of the times.
 *
 * Source: O. O. Aalen, S. Johansen, Scandinavian Journal of Statistics 5 (1978).
 */
export const cumulativeIncidenceMedian = (observations: readonly CompetingObservation[]): Estimate => {
  const n = observations.length;
  if (n === 0) return noEstimate(METHOD);
  const sorted = observations.toSorted((a, b) => a.time - b.time);
  let open = 1;
  let ended = 0;
  for (let i = 0; i < n; ) {
    const time = sorted[i]?.time ?? 0;
    const atRisk = n - i;
    let [asked, other] = [0, 0];
    for (; sorted[i]?.time === time; i += 1) {
      if (sorted[i]?.cause === 'asked') asked += 1;
      if (sorted[i]?.cause === 'other') other += 1;
    }
    ended += open * (asked / atRisk);
    open *= 1 - (asked + other) / atRisk;
    if (ended >= 0.5 - 1e-12) return { value: time, n, low: null, high: null, method: METHOD };
  }
  return { value: null, n, low: null, high: null, method: METHOD };
};
