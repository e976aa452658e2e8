import type { Estimate } from '../estimate.ts';
import { mover } from './mover.ts';
import { wilson } from './wilson.ts';

export interface Count {
  readonly successes: number;
  readonly n: number;
}

/**
 * The difference of two shares, `a − b`, with its hybrid score interval (95 %).
 *
 * Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions", method 10,
 * Statistics in Medicine 17 (1998).
 */
export const newcombe = (a: Count, b: Count): Estimate =>
  mover(wilson(a.successes, a.n), wilson(b.successes, b.n), 'Newcombe hybrid score 95 %');
