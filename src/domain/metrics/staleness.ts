import type { Estimate } from '../estimate.ts';
import type { Id, Time } from '../ids.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Cohort } from './cohort.ts';
import { shownIn } from './exposures.ts';
import type { LessonLife } from './lesson-life.ts';

/** A lesson is due for review when nobody approved or confirmed it for so long. */
export const REVIEW_DAYS = 90;
const DAY_MS = 86_400_000;

const isFresh = ({ steps, confirmed }: LessonLife, at: Time): boolean => {
  const since = new Date(Date.parse(at) - REVIEW_DAYS * DAY_MS).toISOString();
  const inTime = (time: Time): boolean => time > since && time <= at;
  return steps.some((step) => step.to === 'active' && inTime(step.at)) || confirmed.some(inTime);
};

/** M10, staleness: exposures of lessons that were past their review date ÷ exposures of lessons that this store knows. */
export const staleExposureRate = ({ tasks }: Cohort, lives: ReadonlyMap<Id, LessonLife>): Estimate => {
  let stale = 0;
  let known = 0;
  for (const recall of tasks.flatMap(({ recalls }) => recalls)) {
    for (const id of shownIn(recall)) {
      const life = lives.get(id);
      if (life === undefined) continue;
      known += 1;
      if (!isFresh(life, recall.at)) stale += 1;
    }
  }
  return wilson(stale, known);
};
