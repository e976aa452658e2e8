import { describe, expect, it } from 'vitest';
import { fallbackRate } from '../../../src/domain/metrics/fallback.ts';
import { clean, cohortOf } from '../../support/histories.ts';

describe('fallbackRate', () => {
  it('counts runs that used their fallback or were served by another path than the first, once each', () => {
    const cohort = cohortOf([
      { id: 'a', recalls: [{ path: 'lexical' }, { path: 'none' }], outcomes: [{ ...clean, fallback_used: true }] },
      { id: 'b', outcomes: [{ ...clean, fallback_used: true }] },
      { id: 'c', recalls: [{ path: 'hybrid' }] },
      { id: 'd', runs: 2 },
    ]);
    expect(fallbackRate(cohort)).toMatchObject({ value: 0.4, n: 5 });
  });
});
