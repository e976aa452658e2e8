import type { Time } from '../ids.ts';
import type { Correction } from '../intervention.ts';
import type { CountedTask } from './counted-task.ts';

/** Tasks by their start, never by their end: a task that drags on must not leave the numbers. */
export interface Cohort {
  readonly tasks: readonly CountedTask[];
  /** Corrections of the same time that belong to no run. */
  readonly looseCorrections: readonly Correction[];
  readonly now: Time;
  /** What happens after this is not seen by times to resolution: the window's end or now, whichever is earlier. */
  readonly horizon: Time;
}

/** Part of a cohort: what started at or after `from` and before `to`. */
export const between = (cohort: Cohort, from: Time, to: Time): Cohort => ({
  ...cohort,
  tasks: cohort.tasks.filter(({ task }) => task.started_at >= from && task.started_at < to),
  looseCorrections: cohort.looseCorrections.filter(({ at }) => at >= from && at < to),
});

export const runsIn = (tasks: Cohort['tasks']): number => tasks.reduce((sum, { runs }) => sum + runs, 0);
