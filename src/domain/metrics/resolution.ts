import type { Estimate } from '../estimate.ts';
import type { Outcome } from '../outcome.ts';
import { cumulativeIncidenceMedian } from '../statistics/cumulative-incidence.ts';
import { kaplanMeier, type Observation } from '../statistics/kaplan-meier.ts';
import type { Cohort } from './cohort.ts';
import type { CountedTask } from './counted-task.ts';

const RESOLVED: readonly Outcome[] = ['completed_clean', 'completed_rewritten', 'escalated'];

const minutesBetween = (fromMs: number, toMs: number): number => Math.max(0, (toMs - fromMs) / 60_000);

/** Minutes to a confirmed resolution, or how long the task was watched without one. */
export const timeToResolution = ({ startedMs, confirmed }: CountedTask, horizonMs: number): Observation => {
  if (confirmed === null || confirmed.atMs > horizonMs)
    return { time: minutesBetween(startedMs, horizonMs), ended: false };
  if (RESOLVED.includes(confirmed.outcome)) return { time: minutesBetween(startedMs, confirmed.atMs), ended: true };
  // Given up is a competing end: it was watched until then. What failed is still open.
  const watchedTo = confirmed.outcome === 'abandoned' ? confirmed.atMs : horizonMs;
  return { time: minutesBetween(startedMs, watchedTo), ended: false };
};

/** M3: median minutes from a task's start to its confirmed resolution; open tasks are censored, not dropped. */
export const medianMinutesToResolution = ({ tasks, horizon }: Cohort): Estimate => {
  const horizonMs = Date.parse(horizon);
  return kaplanMeier(tasks.map((one) => timeToResolution(one, horizonMs)));
};

/** M3 where giving up is an end of its own: when half of all tasks are resolved, which may be never. */
export const medianMinutesOfAll = ({ tasks, horizon }: Cohort): Estimate => {
  const horizonMs = Date.parse(horizon);
  return cumulativeIncidenceMedian(
    tasks.map((one) => {
      const { time, ended } = timeToResolution(one, horizonMs);
      if (ended) return { time, cause: 'asked' };
      const gaveUp = one.confirmed?.outcome === 'abandoned' && one.confirmed.atMs <= horizonMs;
      return { time, cause: gaveUp ? 'other' : null };
    }),
  );
};

/** Share of tasks that were given up: above 10 % the median speaks of the rest only. */
export const abandonedShare = ({ tasks }: Cohort): number =>
  tasks.length === 0 ? 0 : tasks.filter(({ confirmed }) => confirmed?.outcome === 'abandoned').length / tasks.length;
