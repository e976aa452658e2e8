import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utilityFactor } from '../../../src/domain/retrieval/utility.ts';

const votes = fc.integer({ min: 0, max: 100 }).map((halves) => halves / 2);

describe('votes', () => {
  it('change nothing while there are few, or as many good as bad', () => {
    for (const [helped, harmed] of [
      [0, 0],
      [50, 0],
      [0, 1],
      [0, 2],
      [5, 5],
    ] as const)
      expect(utilityFactor(helped, harmed)).toBe(1);
  });

  it("demote to Wilson's upper limit", () => {
    // Wilson's upper limit for 0 of n is z² / (n + z²).
    const z2 = 1.64 ** 2;
    expect(utilityFactor(0, 10)).toBeCloseTo(z2 / (10 + z2), 10);
  });

  it('never promote, and more harm never helps', () => {
    fc.assert(
      fc.property(votes, votes, (helped, harmed) => {
        const factor = utilityFactor(helped, harmed);
        expect(factor).toBeLessThanOrEqual(1);
        expect(factor).toBeGreaterThan(0);
        expect(utilityFactor(helped, harmed + 1)).toBeLessThanOrEqual(factor);
        expect(utilityFactor(helped + 1, harmed)).toBeGreaterThanOrEqual(factor);
      }),
    );
  });
});
