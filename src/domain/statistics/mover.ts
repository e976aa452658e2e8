import type { Estimate } from '../estimate.ts';

/** An end of the difference from the distances of both estimates to their own ends; null where an end is missing. */
const reach = (value: number, end: number | null, other: number, otherEnd: number | null): number | null =>
  end === null || otherEnd === null ? null : Math.hypot(value - end, other - otherEnd);

/**
 * The difference `a − b` of two independent estimates, its interval recovered from their own two intervals.
 * Its n is that of both together; a missing end leaves the matching end of the difference missing.
 *
 * Source: G. Y. Zou, A. Donner, "Construction of confidence limits about effect measures: a general approach",
 * Statistics in Medicine 27 (2008), the method of variance estimates recovery.
 */
export const mover = (a: Estimate, b: Estimate, method: string): Estimate => {
  const n = a.n + b.n;
  if (a.value === null || b.value === null) return { value: null, n, low: null, high: null, method };
  const value = a.value - b.value;
  const below = reach(a.value, a.low, b.value, b.high);
  const above = reach(a.value, a.high, b.value, b.low);
  return {
    value,
    n,
    low: below === null ? null : value - below,
    high: above === null ? null : value + above,
    method,
  };
};
