import { describe, expect, it } from 'vitest';
import { lift } from '../../../src/domain/metrics/lift.ts';
import { clean, cohortOf, type HistorySpec, tasks } from '../../support/histories.ts';

const arm = (name: 'memory' | 'holdout', successes: number, n: number, more: Partial<HistorySpec> = {}) =>
  tasks(
    n,
    (i) => ({ arm: name, ...more, outcomes: i < successes ? [{ ...clean, after: name === 'memory' ? 10 : 20 }] : [] }),
    `${name}${more.workflow ?? ''}`,
  );

describe('lift', () => {
  it('is null without both arms', () => {
    expect(lift(cohortOf(tasks(5, () => ({}))))).toBeNull();
    expect(lift(cohortOf(arm('memory', 3, 5)))).toBeNull();
  });

  it('is the crude difference in one workflow', () => {
    const found = lift(cohortOf([...arm('memory', 30, 40), ...arm('holdout', 20, 40, { unplanned: 1 })]));
    expect(found?.completion_without_rewrite.value).toBeCloseTo(0.25, 12);
    expect(found?.interventions_per_100_runs.value).toBe(-100);
    expect(found?.minutes_to_resolution_ratio.value).toBeCloseTo(0.5, 6);
  });

  it('does not take another mix of workflows for an effect', () => {
    const found = lift(
      cohortOf([
        ...arm('memory', 152, 160, { workflow: 'easy' }),
        ...arm('holdout', 95, 100, { workflow: 'easy' }),
        ...arm('memory', 24, 40, { workflow: 'hard' }),
        ...arm('holdout', 60, 100, { workflow: 'hard' }),
      ]),
    );
    expect(found?.completion_without_rewrite.value).toBeCloseTo(0, 12);
    expect(found?.completion_without_rewrite.method).toContain('mix of workflows: crude 10.5 points');
  });

  it('claims no certainty when nothing happened in either arm', () => {
    const found = lift(cohortOf([...arm('memory', 10, 10), ...arm('holdout', 10, 10)]));
    expect(found?.interventions_per_100_runs.value).toBe(0);
    expect(found?.interventions_per_100_runs.high).toBeGreaterThan(0);
  });
});
