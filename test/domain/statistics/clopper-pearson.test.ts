import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearson } from '../../../src/domain/statistics/clopper-pearson.ts';
import { wilson } from '../../../src/domain/statistics/wilson.ts';

describe('clopperPearson', () => {
  it.each([
    [30, 0.116],
    [100, 0.036],
    [300, 0.012],
  ])('bounds no event in %i', (n, high) => {
    expect(clopperPearson(0, n).low).toBe(0);
    expect(clopperPearson(0, n).high).toBeCloseTo(high, 3);
  });

  it('has no value when there is nothing to divide by', () => {
    expect(clopperPearson(0, 0)).toMatchObject({ value: null, low: null, high: null });
  });

  it('contains its estimate and mirrors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 400 }), (n, drawn) => {
        const successes = drawn % (n + 1);
        const { value, low, high } = clopperPearson(successes, n);
        expect(low).toBeLessThanOrEqual(value ?? Number.NaN);
        expect(high).toBeGreaterThanOrEqual(value ?? Number.NaN);
        expect(clopperPearson(n - successes, n).low).toBeCloseTo(1 - (high ?? Number.NaN), 8);
      }),
    );
  });

  it('is wider than the score interval in the middle', () => {
    expect(clopperPearson(15, 30).high).toBeGreaterThan(wilson(15, 30).high ?? Number.NaN);
  });
});
