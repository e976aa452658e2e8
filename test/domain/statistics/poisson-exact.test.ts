import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonExact } from '../../../src/domain/statistics/poisson-exact.ts';

describe('poissonExact', () => {
  it('bounds no event by 3.69', () => {
    expect(poissonExact(0).low).toBe(0);
    expect(poissonExact(0).high).toBeCloseTo(3.69, 2);
  });

  it('gives the tabled interval of ten events', () => {
    expect(poissonExact(10).low).toBeCloseTo(4.7954, 4);
    expect(poissonExact(10).high).toBeCloseTo(18.3904, 4);
  });

  it('contains its count and grows with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), (events) => {
        const { low, high } = poissonExact(events);
        expect(low).toBeLessThanOrEqual(events);
        expect(high).toBeGreaterThan(events);
        expect(poissonExact(events + 1).high).toBeGreaterThan(high);
      }),
    );
  });
});
