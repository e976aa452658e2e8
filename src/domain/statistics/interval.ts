import type { Estimate } from '../estimate.ts';

/** Both ends of a 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the standard normal distribution. */
export const Z95 = 1.959_963_984_540_054;

/** Nothing to divide by. */
export const noEstimate = (method: string): Estimate => ({ value: null, n: 0, low: null, high: null, method });

/** The same estimate in another unit, e.g. shares as "per 100". */
export const scaled = (estimate: Estimate, factor: number): Estimate => ({
  ...estimate,
  value: estimate.value === null ? null : estimate.value * factor,
  low: estimate.low === null ? null : estimate.low * factor,
  high: estimate.high === null ? null : estimate.high * factor,
});
