import { describe, expect, it } from 'vitest';
import {
  interventionsPer100Runs,
  plannedCheckpointsPer100Runs,
  runsWithIntervention,
} from '../../../src/domain/metrics/interventions.ts';
import { cohortOf, tasks } from '../../support/histories.ts';

describe('interventions', () => {
  const cohort = cohortOf([
    { id: 'a', runs: 2, unplanned: 3 },
    { id: 'b', runs: 1, planned: 1 },
    { id: 'c', runs: 1 },
  ]);

  it('counts unplanned ones per 100 runs, and planned checkpoints apart', () => {
    expect(interventionsPer100Runs(cohort)).toMatchObject({ value: 75, n: 4 });
    expect(plannedCheckpointsPer100Runs(cohort)).toMatchObject({ value: 25, n: 4 });
  });

  it('counts a run once however often a person stepped in', () => {
    expect(runsWithIntervention(cohort)).toMatchObject({ value: 0.25, n: 4 });
  });

  it('holds its value inside an interval that is the same every time', () => {
    const many = cohortOf(tasks(80, (i) => ({ unplanned: i % 4 === 0 ? 1 : 0 })));
    const { value, low, high } = interventionsPer100Runs(many);
    expect(value).toBe(25);
    expect(low).toBeGreaterThan(10);
    expect(high).toBeLessThan(40);
    expect(interventionsPer100Runs(many)).toEqual({ value, low, high, n: 80, method: expect.any(String) });
  });
});
