import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shrunkShares } from '../../../src/domain/statistics/beta-binomial.ts';

const counts = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ successes: Math.min(a, b), n: Math.max(a, b) }));

describe('shrunk shares', () => {
  it('draw few cases to the mean of all, and leave many nearly as they are', () => {
    const [few, many, most] = shrunkShares([
      { successes: 2, n: 2 },
      { successes: 90, n: 100 },
      { successes: 40, n: 100 },
    ]);
    expect(few?.value).toBeLessThan(0.9);
    expect(few?.value).toBeGreaterThan(0.65);
    expect(many?.value).toBeCloseTo(0.9, 1);
    expect(most?.value).toBeCloseTo(0.4, 1);
  });

  it('take shares that differ only by chance for one', () => {
    const alike = shrunkShares(Array.from({ length: 20 }, (_, i) => ({ successes: i % 2 === 0 ? 5 : 6, n: 10 })));
    for (const { value } of alike) expect(value).toBeCloseTo(0.55, 1);
  });

  it('contain their estimate, lie between own share and mean, and are never NaN', () => {
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 12 }), (given) => {
        shrunkShares(given).forEach(({ value, low, high, n }, index) => {
          const own = given[index];
          expect(n).toBe(own?.n);
          if (n === 0) {
            expect([value, low, high]).toEqual([null, null, null]);
            return;
          }
          for (const number of [value, low, high]) expect(number).toSatisfy(Number.isFinite);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(value ?? -1);
          expect(high).toBeGreaterThanOrEqual(value ?? 2);
          expect(high).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('of nothing are none', () => {
    expect(shrunkShares([])).toEqual([]);
    expect(shrunkShares([{ successes: 0, n: 0 }])[0]).toMatchObject({ value: null, n: 0 });
  });
});
