import { describe, expect, it } from 'vitest';
import { mixOf } from '../../../src/domain/metrics/mix.ts';
import { clean, cohortOf, type HistorySpec, tasks } from '../../support/histories.ts';

/** Easy tasks succeed 19 of 20 times, hard ones 12 of 20. */
const easy = (count: number, prefix: string): HistorySpec[] =>
  tasks(count, (i) => ({ workflow: 'easy', outcomes: [i % 20 === 0 ? { outcome: 'failed' } : clean] }), prefix);
const hard = (count: number, prefix: string): HistorySpec[] =>
  tasks(count, (i) => ({ workflow: 'hard', outcomes: [i % 5 < 2 ? { outcome: 'failed' } : clean] }), prefix);

describe('a changed mix of workflows', () => {
  it('that moves completion while nothing changed is seen and warned of', () => {
    const before = cohortOf([...easy(100, 'a'), ...hard(100, 'b')]);
    const now = cohortOf([...easy(160, 'c'), ...hard(40, 'd')]);
    const mix = mixOf(now, before);
    expect(mix?.completion_without_rewrite.crude.value).toBeCloseTo(0.88 - 0.775);
    expect(mix?.completion_without_rewrite.standardised.value).toBeCloseTo(0);
    expect(mix?.warning).toContain('completion: believe the change inside workflows');
  });

  it('says nothing where both ways agree, and is none with fewer than two workflows', () => {
    const same = cohortOf([...easy(100, 'a'), ...hard(100, 'b')]);
    expect(mixOf(same, same)?.warning).toBeNull();
    expect(mixOf(cohortOf(easy(20, 'a')), cohortOf(easy(20, 'b')))).toBeNull();
    expect(mixOf(cohortOf([]), cohortOf([]))).toBeNull();
  });
});
