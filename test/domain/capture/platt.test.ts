import { describe, expect, it } from 'vitest';
import { fitPlatt } from '../../../src/domain/capture/platt.ts';

describe('fitPlatt', () => {
  it('finds the logistic that the cases were drawn from', () => {
    // At score s a share 1 / (1 + e^−(2s − 1)) is positive, of a thousand each.
    const judged = [-2, -1, 0, 1, 2].flatMap((score) => {
      const positives = Math.round(1_000 / (1 + Math.exp(-(2 * score - 1))));
      return Array.from({ length: 1_000 }, (_, i) => ({ score, positive: i < positives }));
    });
    const { slope, offset } = fitPlatt(judged);
    expect(slope).toBeCloseTo(2, 1);
    expect(offset).toBeCloseTo(-1, 1);
  });

  it('stays finite when scores tell the kinds apart wholly', () => {
    const { slope, offset } = fitPlatt([-1, -1, 1, 1].map((score) => ({ score, positive: score > 0 })));
    expect(slope).toBeGreaterThan(0);
    expect(Number.isFinite(offset)).toBe(true);
  });
});
