import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shrunkDifferences } from '../../../src/domain/statistics/shrunk-differences.ts';

const count = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({ successes: Math.min(a, b), n: Math.max(a, b) }));

describe('shrunk differences', () => {
  it('leave a single one as it is', () => {
    const [only] = shrunkDifferences([{ a: { successes: 9, n: 10 }, b: { successes: 5, n: 10 } }]);
    expect(only?.estimate.value).toBeCloseTo(0.4);
    expect(only?.below).toBeGreaterThan(0.9);
  });

  it('draw the lucky one of many to the rest', () => {
    const plain = { a: { successes: 10, n: 20 }, b: { successes: 10, n: 20 } };
    const lucky = { a: { successes: 3, n: 3 }, b: { successes: 0, n: 3 } };
    const found = shrunkDifferences([lucky, ...Array.from({ length: 10 }, () => plain)]);
    expect(found[0]?.estimate.value).toBeLessThan(0.5);
    expect(found[1]?.estimate.value).toBeCloseTo(0, 1);
  });

  it('see harm by its own numbers, not by those of others', () => {
    const harm = { a: { successes: 5, n: 40 }, b: { successes: 35, n: 40 } };
    const good = { a: { successes: 35, n: 40 }, b: { successes: 20, n: 40 } };
    const [hurt, fine] = shrunkDifferences([harm, good, good, good]);
    expect(hurt?.below).toBeLessThan(1e-6);
    expect(hurt?.estimate.high).toBeLessThan(0);
    expect(fine?.below).toBeGreaterThan(0.99);
  });

  it('contain their estimate and are never NaN', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ a: count, b: count }), { maxLength: 12 }), (strata) => {
        shrunkDifferences(strata).forEach(({ estimate: { value, low, high }, below }, index) => {
          expect(below).toSatisfy(Number.isFinite);
          if (strata[index]?.a.n === 0 || strata[index]?.b.n === 0) {
            expect(value).toBeNull();
            return;
          }
          for (const number of [value, low, high]) expect(number).toSatisfy(Number.isFinite);
          expect(low).toBeLessThanOrEqual((value ?? 0) + 1e-12);
          expect(high).toBeGreaterThanOrEqual((value ?? 0) - 1e-12);
        });
      }),
    );
  });
});
