import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  auroc,
  bootstrap,
  firstRank,
  hitAt,
  mean,
  ndcgAt,
  recallAtFalseAlarms,
  reciprocalRank,
} from '../../../src/domain/evaluation/measures.ts';

const answer = { ranked: ['a', 'b', 'c'], relevant: new Set(['b']) };

describe('measures of a ranking', () => {
  it('by the first right one', () => {
    expect(firstRank(answer)).toBe(2);
    expect([hitAt(1)(answer), hitAt(3)(answer), reciprocalRank(answer)]).toEqual([0, 1, 0.5]);
    expect(reciprocalRank({ ranked: [], relevant: new Set(['b']) })).toBe(0);
  });

  it('nDCG: 1 for all right ones in front, 1/log2(3) for the only one at rank 2', () => {
    expect(ndcgAt(10)(answer)).toBeCloseTo(0.6309, 4);
    expect(ndcgAt(10)({ ranked: ['x', 'y'], relevant: new Set(['x', 'y']) })).toBe(1);
  });

  it('AUROC: chance that a positive scores above a negative, ties half', () => {
    expect(auroc([2, 3], [0, 1])).toBe(1);
    expect(auroc([1], [1])).toBe(0.5);
    const some = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(some, some, (up, down) => {
        expect(auroc(up, down) + auroc(down, up)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('keeps no more negatives than allowed', () => {
    const { threshold } = recallAtFalseAlarms([5, 6], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.2);
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter((one) => one > threshold)).toHaveLength(2);
  });

  it('a bootstrap interval is the same for the same seed and holds the mean of what does not vary', () => {
    const values = [0, 1, 1, 0, 1, 1, 1, 0];
    expect(bootstrap(values, 3)).toEqual(bootstrap(values, 3));
    expect(bootstrap([0.4, 0.4, 0.4])).toEqual({ low: mean([0.4, 0.4, 0.4]), high: mean([0.4, 0.4, 0.4]) });
    expect(bootstrap([])).toEqual({ low: Number.NaN, high: Number.NaN });
  });
});
