import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hodgesLehmann } from '../../../src/domain/statistics/hodges-lehmann.ts';

// R, example(wilcox.test): permeability of membranes at term and at 12 to 26 weeks
const atTerm = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
const early = [1.15, 0.88, 0.9, 0.74, 1.21];
const sample = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 15 });

describe('hodgesLehmann', () => {
  it("gives the golden shift of R's Wilcoxon example", () => {
    const shift = hodgesLehmann([{ a: atTerm, b: early }]);
    expect(shift.value).toBeCloseTo(0.305, 6);
    expect(shift.n).toBe(15);
  });

  it('is the median of all differences, inside its interval', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const differences = a.flatMap((x) => b.map((y) => x - y)).sort((x, y) => x - y);
        const half = differences.length / 2;
        const median = ((differences[Math.ceil(half) - 1] ?? 0) + (differences[Math.floor(half)] ?? 0)) / 2;
        const { value, low, high } = hodgesLehmann([{ a, b }]);
        expect(value).toBeCloseTo(median, 6);
        if (low !== null) expect(low).toBeLessThanOrEqual((value ?? Number.NaN) + 1e-9);
        if (high !== null) expect(high).toBeGreaterThanOrEqual((value ?? Number.NaN) - 1e-9);
      }),
    );
  });

  it('turns its sign when the samples change places', () => {
    expect(hodgesLehmann([{ a: early, b: atTerm }]).value).toBeCloseTo(-0.305, 6);
  });

  it('compares inside strata only', () => {
    const strata = [
      { a: [1, 2, 3], b: [1, 2, 3] },
      { a: [101, 102, 103], b: [101, 102, 103] },
    ];
    expect(hodgesLehmann(strata).value).toBeCloseTo(0, 9);
  });

  it('has no interval for a handful, and no value without a pair', () => {
    expect(hodgesLehmann([{ a: [1], b: [2] }])).toMatchObject({ value: -1, low: null, high: null });
    expect(hodgesLehmann([{ a: [1], b: [] }])).toMatchObject({ value: null, n: 0 });
  });
});
