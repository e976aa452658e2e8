import { expect, it } from 'vitest';
import type { LessonLife } from '../../../src/domain/metrics/lesson-life.ts';
import { staleExposureRate } from '../../../src/domain/metrics/staleness.ts';
import { at, cohortOf, DAY } from '../../support/histories.ts';

it('an exposure is stale 90 days after the last approval or confirmation; lessons of other stores do not count', () => {
  const approved = (minutes: number, ...confirmed: string[]): Omit<LessonLife, 'lesson_id'> => ({
    steps: [{ from: 'proposed', to: 'active', role: 'reviewer', at: at(minutes) }],
    confirmed,
  });
  const lives = new Map<string, LessonLife>([
    ['fresh', { lesson_id: 'fresh', ...approved(-80 * DAY) }],
    ['stale', { lesson_id: 'stale', ...approved(-91 * DAY) }],
    ['confirmed', { lesson_id: 'confirmed', ...approved(-91 * DAY, at(-5 * DAY)) }],
    ['later', { lesson_id: 'later', ...approved(-91 * DAY, at(5 * DAY)) }],
  ]);
  const shown = ['fresh', 'stale', 'confirmed', 'later', 'unknown'];
  const cohort = cohortOf([{ id: 'a', recalls: [{ shown }] }]);
  expect(staleExposureRate(cohort, lives)).toMatchObject({ value: 0.5, n: 4 });
});
