import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stratifiedRateDifference } from '../../../src/domain/statistics/stratified-rate-difference.ts';

const clusters = (...numerators: number[]) => numerators.map((numerator) => ({ numerator, denominator: 1 }));
const cluster = fc.record({ numerator: fc.nat(4), denominator: fc.integer({ min: 1, max: 4 }) });

describe('a stratified difference of rates', () => {
  it('is not moved by the mix of strata', () => {
    const found = stratifiedRateDifference([
      { a: clusters(0, 0, 0, 0, 0, 0, 0, 1), b: clusters(0, 0, 0, 1) },
      { a: clusters(1, 1, 0), b: clusters(1, 1, 0, 1, 1, 0) },
    ]);
    expect(found.value).toBeCloseTo((12 / 21) * (1 / 8 - 1 / 4));
    expect(found.n).toBe(21);
  });

  it('takes exact rates where all clusters are alike', () => {
    const { value, low, high } = stratifiedRateDifference([{ a: clusters(0, 0, 0), b: clusters(0, 0, 0) }]);
    expect(value).toBe(0);
    expect(low).toBeCloseTo(-3.69 / 3, 2);
    expect(high).toBeCloseTo(3.69 / 3, 2);
  });

  it('of strata that lack a side is none', () => {
    expect(stratifiedRateDifference([{ a: clusters(1), b: [] }])).toMatchObject({ value: null, n: 0 });
    expect(stratifiedRateDifference([])).toMatchObject({ value: null, n: 0 });
  });

  it('lies in its interval', () => {
    const pair = fc.record({ a: fc.array(cluster, { maxLength: 5 }), b: fc.array(cluster, { maxLength: 5 }) });
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 3 }), (pairs) => {
        const { value, low, high } = stratifiedRateDifference(pairs);
        if (value === null) return;
        expect(low).toBeLessThanOrEqual(value + 1e-12);
        expect(high).toBeGreaterThanOrEqual(value - 1e-12);
      }),
      { numRuns: 30 },
    );
  });
});
