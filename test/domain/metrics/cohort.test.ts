import { describe, expect, it } from 'vitest';
import { between } from '../../../src/domain/metrics/cohort.ts';
import { at, cohortOf, history } from '../../support/histories.ts';

describe('between', () => {
  it('cuts by the start of a task and the time of a loose correction, the end left out', () => {
    const looseCorrections = history({ id: 'x', start: 0, corrections: [{}] }).corrections;
    const cohort = {
      ...cohortOf([
        { id: 'a', start: 0 },
        { id: 'b', start: 60 },
      ]),
      looseCorrections,
    };
    expect(between(cohort, at(0), at(60)).tasks.map(({ task }) => task.task_id)).toEqual(['task_a']);
    expect(between(cohort, at(0), at(60)).looseCorrections).toHaveLength(1);
    expect(between(cohort, at(0), at(10)).looseCorrections).toHaveLength(0);
  });
});
