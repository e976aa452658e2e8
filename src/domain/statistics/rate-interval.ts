import { type ClusteredRate, logInterval } from './clustered-rate.ts';
import type { Interval } from './interval.ts';
import { poissonExact } from './poisson-exact.ts';

const percent = (share: number): number => Math.round(100 * share);
const byLog = (share: number): string => `t over tasks on the log scale ${percent(share)} %`;
const byPoisson = (share: number): string => `exact Poisson ${percent(share)} %`;

export const RATE_METHOD = byLog(0.95);

export interface RateInterval extends Interval {
  /** Of a Poisson count, not from how clusters differ. */
  readonly exact: boolean;
  readonly method: string;
}

/** Fewer clusters know nothing of how they differ. */
const FEWEST_CLUSTERS = 3;

/**
 * Interval of a rate whose clusters differ. Where their differences say nothing (at most one event, fewer than three clusters,
 * all alike) the exact Poisson one: without any event 0 to 3.69 ÷ exposure.
 */
export const rateInterval = (rate: ClusteredRate, share = 0.95): RateInterval => {
  const known = rate.events > 1 && rate.variance > 0 && rate.freedom >= FEWEST_CLUSTERS - 1;
  if (known) return { ...logInterval(rate, share), exact: false, method: byLog(share) };
  const { low, high } = poissonExact(rate.events, share);
  return { low: low / rate.exposure, high: high / rate.exposure, exact: true, method: byPoisson(share) };
};
