import type { Interval } from './interval.ts';

/** Outside these a point of a stable process lies with 0.135 % on each side, like three standard deviations. */
const TAIL = 0.00135;

/** Chances of 0…n successes. Built outward from the most likely count, so that none underflows first. */
const chances = (n: number, p: number): Float64Array => {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const relative = new Float64Array(n + 1);
  relative[mode] = 1;
  for (let k = mode; k < n; k += 1) relative[k + 1] = ((relative[k] ?? 0) * ((n - k) * p)) / ((k + 1) * (1 - p));
  for (let k = mode; k > 0; k -= 1) relative[k - 1] = ((relative[k] ?? 0) * (k * (1 - p))) / ((n - k + 1) * p);
  const total = relative.reduce((sum, one) => sum + one, 0);
  return relative.map((one) => one / total);
};

/**
 * Exact control limits of a share over `n` tasks when the process stands at `p`: a point below `low` or above `high`
 * is a signal; a point on a limit is none.
 */
export const binomialLimits = (n: number, p: number): Interval => {
  if (n === 0) return { low: 0, high: 1 };
  if (p <= 0 || p >= 1) return { low: p <= 0 ? 0 : 1, high: p <= 0 ? 0 : 1 };
  const chance = chances(n, p);
  let low = 0;
  for (let below = chance[0] ?? 0; below <= TAIL && low < n; below += chance[low] ?? 0) low += 1;
  let high = n;
  for (let above = chance[n] ?? 0; above <= TAIL && high > 0; above += chance[high] ?? 0) high -= 1;
  return { low: low / n, high: high / n };
};
