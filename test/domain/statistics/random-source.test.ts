import { describe, expect, it } from 'vitest';
import { randomSource } from '../../../src/domain/statistics/random-source.ts';

const draw = (seed: number, count: number): number[] => {
  const random = randomSource(seed);
  return Array.from({ length: count }, () => random());
};

describe('randomSource', () => {
  it('repeats itself for a seed and differs between seeds', () => {
    expect(draw(7, 5)).toEqual(draw(7, 5));
    expect(draw(7, 5)).not.toEqual(draw(8, 5));
  });

  it('fills [0, 1) evenly: each tenth gets its share', () => {
    const tenths = new Array<number>(10).fill(0);
    for (const value of draw(1, 100_000)) tenths[Math.floor(value * 10)]! += 1;
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });
});
