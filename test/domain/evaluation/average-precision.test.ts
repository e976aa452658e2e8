import { describe, expect, it } from 'vitest';
import {
  averagePrecision,
  precisionAtRecall,
  scoreOfPrecision,
} from '../../../src/domain/evaluation/average-precision.ts';

const cases = (...kinds: readonly (0 | 1)[]) =>
  kinds.map((kind, i) => ({ score: kinds.length - i, positive: kind === 1 }));

describe('averagePrecision', () => {
  it('is the mean of the precisions at the positive cases', () => {
    // 1/1, 2/3 and 3/5.
    expect(averagePrecision(cases(1, 0, 1, 0, 1))).toBeCloseTo((1 + 2 / 3 + 3 / 5) / 3, 12);
    expect(averagePrecision(cases(1, 1, 0))).toBe(1);
    expect(averagePrecision(cases(0, 0))).toBe(0);
  });
});

describe('precisionAtRecall', () => {
  it('is taken where so many positive cases were found', () => {
    expect(precisionAtRecall(cases(1, 0, 1, 0, 1), 0.5)).toBeCloseTo(2 / 3, 12);
    expect(precisionAtRecall(cases(0), 0.5)).toBe(0);
  });
});

describe('scoreOfPrecision', () => {
  it('is the lowest score that still keeps the precision', () => {
    expect(scoreOfPrecision(cases(1, 0, 1, 0, 0), 0.6)).toBe(3);
    expect(scoreOfPrecision(cases(0, 0), 0.6)).toBeNull();
  });
});
