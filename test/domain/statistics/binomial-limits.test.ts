import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialLimits } from '../../../src/domain/statistics/binomial-limits.ts';
import { randomSource } from '../../../src/domain/statistics/random-source.ts';

const GROUP = 25;
/** Share of stable processes with a point outside the limits: 20 groups of baseline, 30 new ones. */
const falseAlarms = (p: number, processes: number): number => {
  const random = randomSource(7);
  const group = (): number => Array.from({ length: GROUP }, () => random()).filter((one) => one < p).length;
  let alarms = 0;
  for (let process = 0; process < processes; process += 1) {
    const baseline = Array.from({ length: 20 }, group).reduce((sum, one) => sum + one, 0) / (20 * GROUP);
    const { low, high } = binomialLimits(GROUP, baseline);
    const points = Array.from({ length: 30 }, () => group() / GROUP);
    if (points.some((point) => point < low || point > high)) alarms += 1;
  }
  return alarms / processes;
};

describe('binomialLimits', () => {
  it('signals in at most 5 % of stable processes over 30 points', () => {
    expect(falseAlarms(0.8, 2_000)).toBeLessThanOrEqual(0.05);
  });

  it('contains the most likely share and mirrors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (n, p) => {
        const { low, high } = binomialLimits(n, p);
        expect(low * n).toBeLessThanOrEqual(Math.ceil(n * p) + 1e-9);
        expect(high * n).toBeGreaterThanOrEqual(Math.floor(n * p) - 1e-9);
        expect(binomialLimits(n, 1 - p).low).toBeCloseTo(1 - high, 9);
      }),
    );
  });

  it('holds at the ends: no tasks, a process that never or always succeeds', () => {
    expect(binomialLimits(0, 0.5)).toEqual({ low: 0, high: 1 });
    expect(binomialLimits(25, 0)).toEqual({ low: 0, high: 0 });
    expect(binomialLimits(25, 1)).toEqual({ low: 1, high: 1 });
  });

  it('narrows with the size of the group', () => {
    const width = (n: number): number => binomialLimits(n, 0.8).high - binomialLimits(n, 0.8).low;
    expect(width(400)).toBeLessThan(width(100));
    expect(width(100)).toBeLessThan(width(25));
  });
});
