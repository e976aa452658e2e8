import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusteredRate, logInterval } from '../../../src/domain/statistics/clustered-rate.ts';
import { wilson } from '../../../src/domain/statistics/wilson.ts';

const tasks = (count: number, every: number, size = 1) =>
  Array.from({ length: count }, (_, i) => ({ numerator: i % every === 0 ? size : 0, denominator: size }));
const cluster = fc.record({ numerator: fc.nat(4), denominator: fc.integer({ min: 1, max: 4 }) });

describe('clusteredRate', () => {
  // R: t.test(c(0, 1, 1, 4))$stderr^2
  it('of clusters of one is a mean with the variance of a mean', () => {
    const found = clusteredRate([0, 1, 1, 4].map((numerator) => ({ numerator, denominator: 1 })));
    expect(found).toMatchObject({ rate: 1.5, events: 6, exposure: 4, freedom: 3 });
    expect(found.variance).toBeCloseTo(0.75, 10);
  });

  it('varies more when the same events come in clusters', () => {
    expect(clusteredRate(tasks(40, 5, 10)).variance).toBeCloseTo(10 * clusteredRate(tasks(400, 5)).variance, 3);
  });

  it('of one cluster is taken for a Poisson count, and of none is nothing', () => {
    expect(clusteredRate([{ numerator: 4, denominator: 2 }])).toMatchObject({ rate: 2, variance: 1, freedom: 1 });
    expect(clusteredRate([])).toMatchObject({ rate: 0, events: 0, exposure: 0, variance: 0 });
  });

  it('is the same whatever the order of clusters', () => {
    fc.assert(
      fc.property(fc.array(cluster, { maxLength: 20 }), (clusters) => {
        const [one, other] = [clusteredRate(clusters), clusteredRate(clusters.toReversed())];
        expect(other.rate).toBe(one.rate);
        expect(other.variance).toBeCloseTo(one.variance, 10);
      }),
    );
  });
});

describe('logInterval', () => {
  it('agrees with the score interval when events are independent', () => {
    const { low, high } = logInterval(clusteredRate(tasks(400, 5)));
    const score = wilson(80, 400);
    expect(Math.abs(low - (score.low ?? 0))).toBeLessThan(0.01);
    expect(Math.abs(high - (score.high ?? 0))).toBeLessThan(0.01);
  });

  it('is narrower for a smaller share, and holds the rate', () => {
    const rate = clusteredRate(tasks(40, 4));
    const [wide, narrow] = [logInterval(rate), logInterval(rate, 0.9)];
    expect(wide.low).toBeLessThan(narrow.low);
    expect(narrow.low).toBeLessThan(rate.rate);
    expect(narrow.high).toBeGreaterThan(rate.rate);
    expect(wide.high).toBeGreaterThan(narrow.high);
  });
});
