import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../../src/domain/estimate.ts';
import { mover } from '../../../src/domain/statistics/mover.ts';

const estimate = (value: number, below: number | null, above: number | null): Estimate => ({
  value,
  n: 10,
  low: below === null ? null : value - below,
  high: above === null ? null : value + above,
  method: 'given',
});
const width = fc.double({ min: 0, max: 100, noNaN: true });
const centre = fc.double({ min: -100, max: 100, noNaN: true });

describe('mover', () => {
  it('combines half widths like the sides of a right angle', () => {
    const difference = mover(estimate(10, 3, 3), estimate(4, 4, 4), 'm');
    expect(difference).toEqual({ value: 6, n: 20, low: 1, high: 11, method: 'm' });
  });

  it('contains the difference and is wider than either interval', () => {
    fc.assert(
      fc.property(centre, centre, width, width, width, width, (a, b, al, ah, bl, bh) => {
        const { value, low, high } = mover(estimate(a, al, ah), estimate(b, bl, bh), 'm');
        expect(low).toBeLessThanOrEqual(value ?? Number.NaN);
        expect(high).toBeGreaterThanOrEqual(value ?? Number.NaN);
        expect((high ?? 0) - (value ?? 0)).toBeGreaterThanOrEqual(Math.max(ah, bl) - 1e-9);
      }),
    );
  });

  it('leaves an end open when an end it rests on is open', () => {
    expect(mover(estimate(10, 3, null), estimate(4, 4, 4), 'm')).toMatchObject({ value: 6, low: 1, high: null });
  });
});
