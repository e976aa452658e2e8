import { describe, expect, it } from 'vitest';
import { signTest } from '../../../src/domain/statistics/sign-test.ts';

describe('signTest', () => {
  it.each([
    [5, 0, 1 / 32],
    [4, 1, 6 / 32],
    [0, 5, 1],
    [0, 0, 1],
  ])('gives %i against %i', (ahead, behind, p) => {
    expect(signTest(ahead, behind)).toBeCloseTo(p, 12);
  });

  it('stays a chance for thousands', () => {
    expect(signTest(2_000, 2_000)).toBeGreaterThan(0.5);
    expect(signTest(2_000, 2_000)).toBeLessThan(0.52);
    expect(signTest(3_000, 1_000)).toBeLessThan(1e-9);
  });
});
