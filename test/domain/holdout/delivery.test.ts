import { expect, it } from 'vitest';
import { isHoldoutShare } from '../../../src/domain/holdout/delivery.ts';

it('a holdout is whole percents up to a half, or everything', () => {
  for (const share of [0, 0.01, 0.05, 0.07, 0.29, 0.5, 1]) expect(isHoldoutShare(share), String(share)).toBe(true);
  for (const share of [-0.1, 0.001, 0.055, 0.51, 0.99, 1.1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(isHoldoutShare(share), String(share)).toBe(false);
  }
});
