import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { armOf, blockOfShare, placeOf, TRIAL_BLOCK } from '../../../src/domain/holdout/permuted-blocks.ts';

describe('permuted blocks', () => {
  it('hold a share exactly in the smallest block', () => {
    expect(blockOfShare(0.05)).toEqual({ size: 20, held: 1 });
    expect(blockOfShare(0.1)).toEqual({ size: 10, held: 1 });
    expect(blockOfShare(0.07)).toEqual({ size: 100, held: 7 });
    expect(blockOfShare(0.5)).toEqual(TRIAL_BLOCK);
    expect(blockOfShare(1)).toEqual({ size: 1, held: 1 });
  });

  it('hold as many tasks out of each block as they say, whatever the lots', () => {
    const shares = fc.integer({ min: 1, max: 50 }).map((percent) => percent / 100);
    fc.assert(
      fc.property(shares, fc.infiniteStream(fc.string()), (share, stream) => {
        const shape = blockOfShare(share);
        const lots = Array.from({ length: shape.size }, () => stream.next().value);
        const arms = lots.map((_, place) => armOf(shape, lots, place));
        expect(arms.filter((arm) => arm === 'holdout')).toHaveLength(shape.held);
        expect(shape.held / shape.size).toBeCloseTo(share);
      }),
    );
  });

  it('count places from nought', () => {
    expect(placeOf({ size: 20, held: 1 }, 0)).toEqual({ block: 0, place: 0 });
    expect(placeOf({ size: 20, held: 1 }, 41)).toEqual({ block: 2, place: 1 });
  });
});
