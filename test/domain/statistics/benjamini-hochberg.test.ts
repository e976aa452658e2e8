import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../src/domain/statistics/benjamini-hochberg.ts';

describe('benjaminiHochberg', () => {
  it('adjusts equal steps to one value', () => {
    for (const p of benjaminiHochberg([0.01, 0.02, 0.03, 0.04, 0.05])) expect(p).toBeCloseTo(0.05, 12);
  });

  it('keeps the given order', () => {
    const [first, second, third] = benjaminiHochberg([0.9, 0.001, 0.04]);
    expect(first).toBeCloseTo(0.9, 12);
    expect(second).toBeCloseTo(0.003, 12);
    expect(third).toBeCloseTo(0.06, 12);
  });

  it('never lowers a p-value and never passes 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (pValues) => {
        benjaminiHochberg(pValues).forEach((q, i) => {
          expect(q).toBeGreaterThanOrEqual((pValues[i] ?? 0) - 1e-12);
          expect(q).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});
