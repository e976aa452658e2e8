import type { Estimate } from '../estimate.ts';
import type { Time } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import { cumulativeIncidenceMedian } from '../statistics/cumulative-incidence.ts';
import { kaplanMeier, type Observation } from '../statistics/kaplan-meier.ts';
import type { Cohort } from './cohort.ts';
import { confirmedOutcome } from './confirmed-outcome.ts';
import type { TaskHistory } from './task-history.ts';

const RESOLVED: readonly Outcome[] = ['completed_clean', 'completed_rewritten', 'escalated'];

const minutesBetween = (from: Time, to: Time): number => Math.max(0, (Date.parse(to) - Date.parse(from)) / 60_000);

/** Minutes to a confirmed resolution, or how long the task was watched without one. */
export const timeToResolution = (history: TaskHistory, horizon: Time): Observation => {
  const start = history.task.started_at;
  const confirmed = confirmedOutcome(history);
  if (confirmed === null || confirmed.at > horizon) return { time: minutesBetween(start, horizon), ended: false };
  if (RESOLVED.includes(confirmed.outcome)) return { time: minutesBetween(start, confirmed.at), ended: true };
  // Given up is a competing end: it was watched until then. What failed is still open.
  const watchedTo = confirmed.outcome === 'abandoned' ? confirmed.at : horizon;
  return { time: minutesBetween(start, watchedTo), ended: false };
};

/** M3: median minutes from a task's start to its confirmed resolution; open tasks are censored, not dropped. */
export const medianMinutesToResolution = ({ tasks, horizon }: Cohort): Estimate =>
  kaplanMeier(tasks.map((history) => timeToResolution(history, horizon)));

/** M3 where giving up is an end of its own: when half of all tasks are resolved, which may be never. */
export const medianMinutesOfAll = ({ tasks, horizon }: Cohort): Estimate =>
  cumulativeIncidenceMedian(
    tasks.map((history) => {
      const { time, ended } = timeToResolution(history, horizon);
      if (ended) return { time, cause: 'asked' };
      const confirmed = confirmedOutcome(history);
      const gaveUp = confirmed?.outcome === 'abandoned' && confirmed.at <= horizon;
      return { time, cause: gaveUp ? 'other' : null };
    }),
  );

/** Share of tasks that were given up: above 10 % the median speaks of the rest only. */
export const abandonedShare = ({ tasks }: Cohort): number =>
  tasks.length === 0
    ? 0
    : tasks.filter((history) => confirmedOutcome(history)?.outcome === 'abandoned').length / tasks.length;
