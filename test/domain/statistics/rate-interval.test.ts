import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusteredRate } from '../../../src/domain/statistics/clustered-rate.ts';
import { rateInterval } from '../../../src/domain/statistics/rate-interval.ts';

const ones = (...numerators: number[]) => numerators.map((numerator) => ({ numerator, denominator: 1 }));
const cluster = fc.record({ numerator: fc.nat(4), denominator: fc.integer({ min: 1, max: 4 }) });

describe('rateInterval', () => {
  it.each([
    ['no event', ones(0, 0, 0, 0)],
    ['one event', ones(0, 0, 0, 1)],
    ['two clusters', ones(1, 3)],
    ['clusters that are all alike', ones(1, 1, 1, 1)],
  ])('is exact for %s', (_, clusters) => {
    expect(rateInterval(clusteredRate(clusters)).method).toBe('exact Poisson 95 %');
  });

  it('says its share', () => {
    expect(rateInterval(clusteredRate(ones(0, 1, 2, 0, 1)), 0.9).method).toBe('t over tasks on the log scale 90 %');
  });

  it('holds the rate and is never NaN', () => {
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 1, maxLength: 30 }), (clusters) => {
        const found = clusteredRate(clusters);
        const { low, high } = rateInterval(found);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(found.rate);
        expect(high).toBeGreaterThanOrEqual(found.rate);
      }),
    );
  });
});
