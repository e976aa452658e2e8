import { describe, expect, it } from 'vitest';
import { per100Runs } from '../../../src/domain/metrics/event-rate.ts';

const clusters = (...pairs: [number, number][]) =>
  pairs.map(([numerator, denominator]) => ({ numerator, denominator }));

describe('per100Runs', () => {
  it('bounds no event by 3.69 ÷ runs × 100', () => {
    const rate = per100Runs(clusters([0, 30], [0, 20]));
    expect(rate).toMatchObject({ value: 0, n: 50, low: 0 });
    expect(rate.high).toBeCloseTo(7.378, 3);
  });

  it('does not claim certainty when all tasks are alike, or when there is one', () => {
    for (const alike of [clusters([1, 1], [1, 1], [1, 1]), clusters([2, 3])]) {
      const { value, low, high } = per100Runs(alike);
      expect(low).toBeLessThan(value ?? Number.NaN);
      expect(high).toBeGreaterThan(value ?? Number.NaN);
    }
  });

  it('has no value without runs', () => {
    expect(per100Runs([])).toMatchObject({ value: null, n: 0, low: null, high: null });
  });
});
