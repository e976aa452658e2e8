import { describe, expect, it } from 'vitest';
import {
  bootstrapReplicates,
  clusterBootstrap,
  percentileInterval,
} from '../../../src/domain/statistics/cluster-bootstrap.ts';
import { wilson } from '../../../src/domain/statistics/wilson.ts';

const tasks = (count: number, every: number, size = 1) =>
  Array.from({ length: count }, (_, i) => ({ numerator: i % every === 0 ? size : 0, denominator: size }));

describe('clusterBootstrap', () => {
  it('gives the same interval every time', () => {
    expect(clusterBootstrap(tasks(50, 4))).toEqual(clusterBootstrap(tasks(50, 4)));
  });

  it('contains the ratio, and agrees with the score interval when events are independent', () => {
    const { low, high } = clusterBootstrap(tasks(400, 5));
    const score = wilson(80, 400);
    expect(low).toBeLessThan(0.2);
    expect(high).toBeGreaterThan(0.2);
    expect(Math.abs(low - (score.low ?? 0))).toBeLessThan(0.01);
    expect(Math.abs(high - (score.high ?? 0))).toBeLessThan(0.01);
  });

  it('is wider when the same events come in clusters', () => {
    const independent = clusterBootstrap(tasks(400, 5));
    const clustered = clusterBootstrap(tasks(40, 5, 10));
    expect(clustered.high - clustered.low).toBeGreaterThan(2 * (independent.high - independent.low));
  });

  it('is the same whatever the order of clusters', () => {
    for (const count of [50, 400]) {
      expect(clusterBootstrap(tasks(count, 4).reverse())).toEqual(clusterBootstrap(tasks(count, 4)));
    }
  });

  it('agrees for a few tasks, for many of few kinds, and for many of many kinds', () => {
    const mixed = (count: number, kinds: number) =>
      Array.from({ length: count }, (_, i) => ({ numerator: (i * 7) % kinds, denominator: 1 + (i % 2) }));
    const width = (count: number, kinds: number): number => {
      const { low, high } = clusterBootstrap(mixed(count, kinds));
      return ((high - low) / kinds) * Math.sqrt(count);
    };
    expect(width(3_000, 60) / width(300, 60)).toBeCloseTo(1, 1);
    expect(width(3_000, 1_000) / width(3_000, 30)).toBeCloseTo(1, 1);
  });

  it('draws 2,000 replicates, none NaN, even of nothing', () => {
    expect(bootstrapReplicates(tasks(3, 2))).toHaveLength(2_000);
    expect(percentileInterval(bootstrapReplicates([]))).toEqual({ low: 0, high: 0 });
  });
});
