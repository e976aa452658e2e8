import { describe, expect, it } from 'vitest';
import { newcombe } from '../../../src/domain/statistics/newcombe.ts';

describe('newcombe', () => {
  it("gives the golden interval of Newcombe's example, 56/70 against 48/80", () => {
    const difference = newcombe({ successes: 56, n: 70 }, { successes: 48, n: 80 });
    expect(difference.value).toBeCloseTo(0.2, 10);
    expect(difference.low).toBeCloseTo(0.0524, 4);
    expect(difference.high).toBeCloseTo(0.3339, 4);
    expect(difference.n).toBe(150);
  });

  it('has no value without one of the shares', () => {
    expect(newcombe({ successes: 0, n: 0 }, { successes: 1, n: 2 })).toMatchObject({ value: null, low: null });
  });

  it('is symmetric: the other way round the signs change', () => {
    const [a, b] = [
      { successes: 7, n: 20 },
      { successes: 11, n: 25 },
    ];
    expect(newcombe(a, b).low).toBeCloseTo(-(newcombe(b, a).high ?? Number.NaN), 12);
  });
});
