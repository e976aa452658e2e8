import { describe, expect, it } from 'vitest';
import { decision, kernel, scaled, scalesOf } from '../../../src/domain/capture/kernel-machine.ts';

describe('the kernel', () => {
  it('is 2 for the same case, falls with distance and ends at 1', () => {
    expect(kernel([1, 2], [1, 2], 0.5)).toBe(2);
    expect(kernel([0], [1], 0.5)).toBeCloseTo(1 + Math.exp(-0.5), 12);
    expect(kernel([0], [100], 0.5)).toBeCloseTo(1, 12);
  });
});

describe('scales', () => {
  it('put every feature around 0 and keep a constant one from blowing up', () => {
    const scales = scalesOf([
      [0, 5],
      [2, 5],
    ]);
    expect(scaled([1, 5], scales)).toEqual([0, 0]);
    expect(scaled([2, 6], scales).every(Number.isFinite)).toBe(true);
  });
});

describe('a decision', () => {
  it('adds the weights of remembered cases by likeness', () => {
    const scales = [{ mean: 0, spread: 0.25 }];
    const machine = { gamma: 1, scales, cases: [[0], [3]], weights: [1, -1] };
    expect(decision(machine, [0])).toBeCloseTo(1 - Math.exp(-9), 9);
    expect(decision(machine, [3])).toBeLessThan(0);
  });
});
