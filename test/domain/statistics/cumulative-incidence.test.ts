import { describe, expect, it } from 'vitest';
import { cumulativeIncidenceMedian } from '../../../src/domain/statistics/cumulative-incidence.ts';

const at = (time: number, cause: 'asked' | 'other' | null = 'asked') => ({ time, cause });

describe('the median under a competing end', () => {
  it('is the plain median when nothing competes', () => {
    expect(cumulativeIncidenceMedian([1, 2, 3, 4, 5].map((time) => at(time)))).toMatchObject({ value: 3, n: 5 });
  });

  it('is later than where those that gave up are taken for censored, and may never come', () => {
    const half = [at(1), at(2, 'other'), at(3), at(4, 'other'), at(5), at(6)];
    expect(cumulativeIncidenceMedian(half).value).toBe(5);
    const most = [at(1), at(2, 'other'), at(3, 'other'), at(4, 'other')];
    expect(cumulativeIncidenceMedian(most)).toMatchObject({ value: null, n: 4 });
  });

  it('of open ones, and of none, is none', () => {
    expect(cumulativeIncidenceMedian([at(1, null), at(2, null)]).value).toBeNull();
    expect(cumulativeIncidenceMedian([])).toMatchObject({ value: null, n: 0 });
  });
});
