import { describe, expect, it } from 'vitest';
import { abandonedShare, medianMinutesToResolution } from '../../../src/domain/metrics/resolution.ts';
import { at, clean, cohortOf } from '../../support/histories.ts';

const done = (id: string, after: number) => ({ id, outcomes: [{ ...clean, after }] });

describe('medianMinutesToResolution', () => {
  it('censors open tasks instead of dropping them', () => {
    const cohort = cohortOf([done('a', 10), done('b', 20), done('c', 30), { id: 'd' }, { id: 'e' }]);
    expect(medianMinutesToResolution(cohort)).toMatchObject({ value: 30, n: 5 });
  });

  it('counts escalation as a resolution; failure, and what an agent says, as none', () => {
    const cohort = cohortOf([
      { id: 'a', outcomes: [{ outcome: 'escalated', after: 12 }] },
      { id: 'b', outcomes: [{ outcome: 'failed', after: 1 }] },
      { id: 'c', outcomes: [{ ...clean, source: 'agent', after: 1 }] },
    ]);
    expect(medianMinutesToResolution(cohort)).toMatchObject({ value: null, n: 3 });
    expect(medianMinutesToResolution({ ...cohort, tasks: cohort.tasks.slice(0, 1) }).value).toBe(12);
  });

  it('sees nothing that happened after the horizon', () => {
    const cohort = { ...cohortOf([done('a', 10), done('b', 90)]), horizon: at(60) };
    expect(medianMinutesToResolution({ ...cohort, tasks: cohort.tasks.slice(1) }).value).toBeNull();
  });

  it('has no median when all are open, and never a negative time', () => {
    expect(medianMinutesToResolution(cohortOf([{ id: 'a' }])).value).toBeNull();
    expect(medianMinutesToResolution(cohortOf([done('a', -5)])).value).toBe(0);
  });
});

describe('abandonedShare', () => {
  it('is that of the tasks that were given up', () => {
    expect(abandonedShare(cohortOf([{ id: 'a', outcomes: [{ outcome: 'abandoned' }] }, { id: 'b' }]))).toBe(0.5);
    expect(abandonedShare(cohortOf([]))).toBe(0);
  });
});
