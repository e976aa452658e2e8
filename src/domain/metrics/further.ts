import type { Estimate } from '../estimate.ts';
import type { Id } from '../ids.ts';
import { RECALL_PATHS, type RecallPath } from '../recall.ts';
import { wilson } from '../statistics/wilson.ts';
import { wrongAbstentionRate } from './abstention.ts';
import type { Cohort } from './cohort.ts';
import type { LessonLife } from './lesson-life.ts';
import { lessonHarmRate } from './precision.ts';
import { medianMinutesOfAll } from './resolution.ts';
import { staleExposureRate } from './staleness.ts';

/** What stands beside the metrics: parts and counterparts of M4, M7, M8, M10 and M3. */
export interface Further {
  readonly lesson_harm_rate: Estimate;
  readonly wrong_abstention_rate: Estimate;
  readonly stale_exposure_rate: Estimate;
  /** Tasks that were given up: they never end the time to resolution. */
  readonly abandoned_rate: Estimate;
  /** M3 with abandonment as a competing end; null where fewer than half are ever resolved. */
  readonly median_minutes_of_all_tasks: Estimate;
  /** M4 by path: recalls that each path served. */
  readonly recall_paths: Record<RecallPath, number>;
}

export const furtherOf = (cohort: Cohort, lives: ReadonlyMap<Id, LessonLife>): Further => {
  const { tasks } = cohort;
  const served = new Map<RecallPath, number>();
  for (const { recalls } of tasks) for (const path of recalls) served.set(path, (served.get(path) ?? 0) + 1);
  return {
    lesson_harm_rate: lessonHarmRate(cohort),
    wrong_abstention_rate: wrongAbstentionRate(cohort),
    stale_exposure_rate: staleExposureRate(cohort, lives),
    abandoned_rate: wilson(tasks.filter(({ confirmed }) => confirmed?.outcome === 'abandoned').length, tasks.length),
    median_minutes_of_all_tasks: medianMinutesOfAll(cohort),
    recall_paths: Object.fromEntries(RECALL_PATHS.map((path) => [path, served.get(path) ?? 0])) as Record<
      RecallPath,
      number
    >,
  };
};
