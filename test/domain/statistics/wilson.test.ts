import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../../src/domain/statistics/wilson.ts';

const counts = fc
  .integer({ min: 1, max: 5_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe('wilson', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives the golden interval of %i/%i', (successes, n, low, high) => {
    const estimate = wilson(successes, n);
    expect(estimate.low).toBeCloseTo(low, 4);
    expect(estimate.high).toBeCloseTo(high, 4);
    expect(estimate).toMatchObject({ value: successes / n, n });
  });

  it('has no value when there is nothing to divide by', () => {
    expect(wilson(0, 0)).toMatchObject({ value: null, n: 0, low: null, high: null });
  });

  it('contains its estimate and stays between 0 and 1', () => {
    fc.assert(
      fc.property(counts, ([successes, n]) => {
        const { value, low, high } = wilson(successes, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(value ?? Number.NaN);
        expect(high).toBeGreaterThanOrEqual(value ?? Number.NaN);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('mirrors: failures have the mirrored interval of successes', () => {
    fc.assert(
      fc.property(counts, ([successes, n]) => {
        expect(wilson(n - successes, n).low).toBeCloseTo(1 - (wilson(successes, n).high ?? Number.NaN), 10);
      }),
    );
  });

  it('rises with each success', () => {
    fc.assert(
      fc.property(counts, ([successes, n]) => {
        if (successes === n) return;
        expect(wilson(successes + 1, n).low).toBeGreaterThan(wilson(successes, n).low ?? Number.NaN);
      }),
    );
  });
});
