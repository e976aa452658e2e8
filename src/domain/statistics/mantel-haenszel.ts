import type { Estimate } from '../estimate.ts';
import { noEstimate } from './interval.ts';
import type { Count } from './newcombe.ts';
import { studentT } from './student-t.ts';

export interface Stratum {
  readonly a: Count;
  readonly b: Count;
}

const METHOD = 'Mantel–Haenszel risk difference, Sato 95 %';
/** Of all there are, two shares a stratum are taken. */
const freedomOf = (n: number, strata: number): number => Math.max(1, n - 2 * strata);

/**
 * The difference of two shares, `a − b`, inside strata, so that a change of their mix is no effect. With Student's t, as with
 * ten a side the normal is too narrow.
 *
 * Source: S. Greenland, J. M. Robins, Biometrics 41 (1985); variance: T. Sato, Biometrics 45 (1989).
 */
export const mantelHaenszel = (strata: readonly Stratum[]): Estimate => {
  const both = strata.filter(({ a, b }) => a.n > 0 && b.n > 0);
  if (both.length === 0) return noEstimate(METHOD);
  let weight = 0;
  let weighted = 0;
  let p = 0;
  let q = 0;
  for (const { a, b } of both) {
    const n = a.n + b.n;
    weight += (a.n * b.n) / n;
    weighted += (a.successes * b.n - b.successes * a.n) / n;
    p += (a.n ** 2 * b.successes - b.n ** 2 * a.successes + (a.n * b.n * (b.n - a.n)) / 2) / n ** 2;
    q += (a.successes * (b.n - b.successes) + b.successes * (a.n - a.successes)) / (2 * n);
  }
  const value = weighted / weight;
  const n = both.reduce((sum, { a, b }) => sum + a.n + b.n, 0);
  const half = (studentT(freedomOf(n, both.length)) * Math.sqrt(Math.max(0, value * p + q))) / weight;
  return { value, n, low: Math.max(-1, value - half), high: Math.min(1, value + half), method: METHOD };
};
