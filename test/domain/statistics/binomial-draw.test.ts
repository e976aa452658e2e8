import { describe, expect, it } from 'vitest';
import { binomialDraw, normalDraw } from '../../../src/domain/statistics/binomial-draw.ts';
import { randomSource } from '../../../src/domain/statistics/random-source.ts';

const momentsOf = (values: readonly number[]): { mean: number; variance: number } => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
};

describe('a binomial draw', () => {
  it.each([
    [10, 0.3],
    [10, 0.95],
    [1_000, 0.01],
    [1_000, 0.99],
    [1_000, 0.4],
    [50_000, 0.2],
  ])('of %d at %d has its mean and variance', (n, p) => {
    const random = randomSource(3);
    const { mean, variance } = momentsOf(Array.from({ length: 20_000 }, () => binomialDraw(n, p, random)));
    expect(Math.abs(mean - n * p)).toBeLessThan(4 * Math.sqrt((n * p * (1 - p)) / 20_000));
    expect(variance / (n * p * (1 - p))).toBeGreaterThan(0.95);
    expect(variance / (n * p * (1 - p))).toBeLessThan(1.05);
  });

  it('stays within what can be drawn', () => {
    const random = randomSource(5);
    for (const [n, p] of [
      [0, 0.5],
      [5, 0],
      [5, 1],
      [5, 1.2],
      [100, 0.5],
    ] as const) {
      const drawn = binomialDraw(n, p, random);
      expect(drawn).toBeGreaterThanOrEqual(0);
      expect(drawn).toBeLessThanOrEqual(n);
    }
  });
});

it('normal draws have mean 0 and variance 1', () => {
  const random = randomSource(9);
  const { mean, variance } = momentsOf(Array.from({ length: 20_000 }, () => normalDraw(random)));
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(Math.abs(variance - 1)).toBeLessThan(0.04);
});
