import { describe, expect, it } from 'vitest';
import { mantelHaenszel } from '../../../src/domain/statistics/mantel-haenszel.ts';

const stratum = (a: readonly [number, number], b: readonly [number, number]) => ({
  a: { successes: a[0], n: a[1] },
  b: { successes: b[0], n: b[1] },
});

describe('mantelHaenszel', () => {
  it('gives the crude difference when strata are equal', () => {
    const one = stratum([30, 40], [20, 40]);
    expect(mantelHaenszel([one, one]).value).toBeCloseTo(0.25, 12);
    expect(mantelHaenszel([one]).value).toBeCloseTo(0.25, 12);
  });

  it('does not take a change of the mix for an effect', () => {
    // Easy tasks succeed in 95 %, hard ones in 60 %, in both groups; only the mix differs.
    const difference = mantelHaenszel([stratum([152, 160], [95, 100]), stratum([24, 40], [60, 100])]);
    expect(difference.value).toBeCloseTo(0, 12);
    expect(difference.low).toBeLessThan(0);
    expect(difference.high).toBeGreaterThan(0);
  });

  it('leaves out strata with one group only, and has no value without any other', () => {
    expect(mantelHaenszel([stratum([30, 40], [20, 40]), stratum([5, 5], [0, 0])]).n).toBe(80);
    expect(mantelHaenszel([stratum([5, 5], [0, 0])])).toMatchObject({ value: null, n: 0 });
  });

  it('is never NaN when nothing varies', () => {
    expect(mantelHaenszel([stratum([5, 5], [5, 5])])).toMatchObject({ value: 0, low: 0, high: 0 });
  });
});
