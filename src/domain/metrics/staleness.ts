import type { Estimate } from '../estimate.ts';
import type { Id } from '../ids.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Cohort } from './cohort.ts';
import type { LessonLife } from './lesson-life.ts';

/** A lesson is due for review when nobody approved or confirmed it for so long. */
export const REVIEW_DAYS = 90;
const REVIEW_MS = REVIEW_DAYS * 86_400_000;

/** When a lesson was approved or confirmed, in milliseconds. */
const renewals = ({ steps, confirmed }: LessonLife): number[] => [
  ...steps.filter((step) => step.to === 'active').map((step) => Date.parse(step.at)),
  ...confirmed.map((time) => Date.parse(time)),
];

/** M10, staleness: exposures of lessons that were past their review date ÷ exposures of lessons that this store knows. */
export const staleExposureRate = ({ tasks }: Cohort, lives: ReadonlyMap<Id, LessonLife>): Estimate => {
  const renewed = new Map([...lives].map(([id, life]) => [id, renewals(life)]));
  let stale = 0;
  let known = 0;
  const count = (id: Id, atMs: number): void => {
    const times = renewed.get(id);
    if (times === undefined) return;
    known += 1;
    if (!times.some((time) => time > atMs - REVIEW_MS && time <= atMs)) stale += 1;
  };
  for (const { shown } of tasks) {
    for (const { candidates, atMs } of shown) {
      for (const { lesson_id, cut } of candidates) if (cut === undefined) count(lesson_id, atMs);
    }
  }
  return wilson(stale, known);
};
