import { describe, expect, it } from 'vitest';
import { repeatCorrectionRate } from '../../../src/domain/metrics/repeats.ts';
import { cohortOf, history } from '../../support/histories.ts';

describe('repeatCorrectionRate', () => {
  const corrections = [
    { why: 'missed' },
    { why: 'withheld' },
    { why: 'ignored' },
    { why: 'unreviewed' },
    {},
    {},
  ] as const;

  it('splits the repeats, and counts a lesson that waited for review in no numerator', () => {
    expect(repeatCorrectionRate(cohortOf([{ id: 'a', corrections }]))).toMatchObject({
      value: 0.5,
      n: 6,
      missed: 1,
      withheld: 1,
      ignored: 1,
      unreviewed: 1,
      novel: 2,
    });
  });

  it('includes corrections without a run', () => {
    const looseCorrections = history({ id: 'b', corrections: [{ why: 'missed' }, {}] }).corrections;
    const rate = repeatCorrectionRate({ ...cohortOf([{ id: 'a', corrections }]), looseCorrections });
    expect(rate).toMatchObject({ value: 0.5, n: 8, missed: 2, novel: 3 });
  });

  it('has no value without corrections', () => {
    expect(repeatCorrectionRate(cohortOf([{ id: 'a' }]))).toMatchObject({ value: null, n: 0, novel: 0 });
  });
});
