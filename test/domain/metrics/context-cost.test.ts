import { describe, expect, it } from 'vitest';
import { tokensPerTask } from '../../../src/domain/metrics/context-cost.ts';
import { cohortOf } from '../../support/histories.ts';

describe('tokensPerTask', () => {
  it("adds up a task's recalls and takes the mean over tasks", () => {
    const cohort = cohortOf([{ id: 'a', recalls: [{ tokens: 100 }, { tokens: 60 }] }, { id: 'b' }]);
    expect(tokensPerTask(cohort)).toMatchObject({ value: 80, n: 2 });
  });

  it('has an interval that holds it from three tasks on, and is certain only of tasks that are all alike', () => {
    const cohort = cohortOf([100, 60, 90].map((tokens, i) => ({ id: `${i}`, recalls: [{ tokens }] })));
    const { value, low, high } = tokensPerTask(cohort);
    expect(low).toBeLessThan(value ?? Number.NaN);
    expect(high).toBeGreaterThan(value ?? Number.NaN);
    const silent = cohortOf([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
    expect(tokensPerTask(silent)).toMatchObject({ value: 0, n: 3, low: 0, high: 0 });
  });

  it('has no interval for one task and no value for none', () => {
    expect(tokensPerTask(cohortOf([{ id: 'a' }]))).toMatchObject({ value: 0, n: 1, low: null, high: null });
    expect(tokensPerTask(cohortOf([]))).toMatchObject({ value: null, n: 0 });
  });
});
