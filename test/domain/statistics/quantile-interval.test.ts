import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileInterval } from '../../../src/domain/statistics/quantile-interval.ts';

describe('a quantile', () => {
  it('lies between two of the values', () => {
    const values = Array.from({ length: 100 }, (_, index) => index + 1);
    // Ranks of the exact interval for the 90 % quantile of 100 values.
    expect(quantileInterval(values, 0.9)).toMatchObject({ value: 90, n: 100, low: 84, high: 96 });
  });

  it('of a small sample is open above', () => {
    expect(quantileInterval([5, 1, 3], 0.9)).toMatchObject({ value: 5, n: 3, high: null });
    expect(quantileInterval([], 0.9)).toMatchObject({ value: null, n: 0, low: null, high: null });
  });

  it('lies in its interval, whatever the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 200 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (values, share) => {
          const { value, low, high } = quantileInterval(values, share);
          if (values.length === 0) return;
          expect(low ?? Number.NEGATIVE_INFINITY).toBeLessThanOrEqual(value ?? 0);
          expect(high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(value ?? 0);
        },
      ),
    );
  });
});
