import { describe, expect, it } from 'vitest';
import { tokensPerTask } from '../../../src/domain/metrics/context-cost.ts';
import { cohortOf } from '../../support/histories.ts';

describe('tokensPerTask', () => {
  it("adds up a task's recalls and takes the mean over tasks", () => {
    const cohort = cohortOf([{ id: 'a', recalls: [{ tokens: 100 }, { tokens: 60 }] }, { id: 'b' }]);
    expect(tokensPerTask(cohort)).toMatchObject({ value: 80, n: 2, low: 0, high: 160 });
  });

  it('has no interval for one task and no value for none', () => {
    expect(tokensPerTask(cohortOf([{ id: 'a' }]))).toMatchObject({ value: 0, n: 1, low: null, high: null });
    expect(tokensPerTask(cohortOf([]))).toMatchObject({ value: null, n: 0 });
  });
});
