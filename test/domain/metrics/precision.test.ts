import { describe, expect, it } from 'vitest';
import { lessonHarmRate, lessonPrecision } from '../../../src/domain/metrics/precision.ts';
import { cohortOf } from '../../support/histories.ts';

describe('lessonPrecision', () => {
  it('divides helpful exposures by those with a verdict', () => {
    const recalls = [{ shown: ['les_1', 'les_2', 'les_3'] }];
    const verdicts = [
      { lesson: 'les_1', verdict: 'helpful' },
      { lesson: 'les_2', verdict: 'unused' },
    ] as const;
    expect(lessonPrecision(cohortOf([{ id: 'a', recalls, verdicts }]))).toMatchObject({ value: 0.5, n: 2 });
  });
});

it('harm is a share of the same exposures', () => {
  const cohort = cohortOf([
    { id: 'a', recalls: [{ shown: ['les_1', 'les_2'] }], verdicts: [{ lesson: 'les_1', verdict: 'harmful' }] },
    { id: 'b', recalls: [{ shown: ['les_1'] }], verdicts: [{ lesson: 'les_1', verdict: 'helpful' }] },
    { id: 'c', recalls: [{ shown: ['les_1'] }] },
  ]);
  expect(lessonHarmRate(cohort)).toMatchObject({ value: 0.5, n: 2 });
});
