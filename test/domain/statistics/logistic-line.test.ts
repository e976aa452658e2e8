import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLogisticLine, sigmoid } from '../../../src/domain/statistics/logistic-line.ts';

describe('fitLogisticLine', () => {
  it('finds the line that the targets lie on', () => {
    const points = [-2, -1, 0, 1, 2].map((x) => ({ x, target: sigmoid(0.5 + 1.5 * x) }));
    const { offset, slope } = fitLogisticLine(points, { offset: 0, slope: 0 }, 1e-9);
    expect(offset).toBeCloseTo(0.5, 6);
    expect(slope).toBeCloseTo(1.5, 6);
  });

  it('stays at the prior without cases, and finite whatever the cases are', () => {
    expect(fitLogisticLine([], { offset: 0.3, slope: 2 }, 1)).toEqual({ offset: 0.3, slope: 2 });
    const point = fc.record({ x: fc.double({ min: -9, max: 9, noNaN: true }), target: fc.constantFrom(0, 1) });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 30 }), (points) => {
        const { offset, slope } = fitLogisticLine(points, { offset: 0, slope: 1 }, 1);
        expect(Number.isFinite(offset) && Number.isFinite(slope)).toBe(true);
      }),
    );
  });
});
