import type { Time } from '../ids.ts';
import { between, type Cohort, runsIn } from './cohort.ts';
import { completion } from './completion.ts';
import { fallbackRate } from './fallback.ts';
import { interventionsPer100Runs, runsWithIntervention } from './interventions.ts';
import { isMature } from './maturity.ts';
import { repeatCorrectionRate } from './repeats.ts';
import { medianMinutesToResolution } from './resolution.ts';
import type { Bucket, TrendPoint } from './trends.ts';

/** One point per so many mature tasks: the chart on which a stable process rarely looks like a signal. */
export const TASKS_PER_POINT = 25;
const DAY_MS = 86_400_000;

const iso = (ms: number): Time => new Date(ms).toISOString();

/** Start of the next UTC day, Monday or month. */
const nextBoundary = (at: Time, bucket: Exclude<Bucket, '25_tasks'>): Time => {
  const date = new Date(at);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (bucket === 'month') return iso(Date.UTC(year, month + 1, 1));
  const midnight = Date.UTC(year, month, day);
  const sinceMonday = (date.getUTCDay() + 6) % 7;
  return iso(midnight + (bucket === 'day' ? 1 : 7 - sinceMonday) * DAY_MS);
};

const point = (cohort: Cohort, from: Time, to: Time): TrendPoint => {
  const metrics = {
    completion_without_rewrite: completion(cohort),
    interventions_per_100_runs: interventionsPer100Runs(cohort),
    runs_with_intervention: runsWithIntervention(cohort),
    median_minutes_to_resolution: medianMinutesToResolution(cohort),
    fallback_rate: fallbackRate(cohort),
    repeat_correction_rate: repeatCorrectionRate(cohort),
  };
  const runs = runsIn(cohort.tasks);
  const known = Object.entries(metrics).filter(([, estimate]) => estimate.n > 0);
  return { from, to, tasks: cohort.tasks.length, runs, ...Object.fromEntries(known) };
};

/** Calendar buckets (UTC) from the first that holds a task; the first and last are cut by the window. */
const byCalendar = (cohort: Cohort, from: Time, to: Time, bucket: Exclude<Bucket, '25_tasks'>): TrendPoint[] => {
  const first = cohort.tasks[0]?.task.started_at;
  if (first === undefined) return [];
  const points: TrendPoint[] = [];
  let taken = 0;
  for (let start = from; start < to; ) {
    const next = nextBoundary(start, bucket);
    const end = next < to ? next : to;
    const before = taken;
    while ((cohort.tasks[taken]?.task.started_at ?? end) < end) taken += 1;
    const { looseCorrections } = between({ ...cohort, tasks: [] }, start, end);
    const tasks = cohort.tasks.slice(before, taken);
    if (end > first) points.push(point({ ...cohort, tasks, looseCorrections }, start, end));
    start = end;
  }
  return points;
};

/** Groups of 25 mature tasks by their start; the last may hold fewer, as its `tasks` says. */
const byCount = (cohort: Cohort, from: Time, to: Time): TrendPoint[] => {
  const mature = cohort.tasks.filter((history) => isMature(history, cohort.now));
  const starts = mature.filter((_, index) => index % TASKS_PER_POINT === 0).map(({ task }) => task.started_at);
  return starts.map((start, group) => {
    const [begin, end] = [group === 0 ? from : start, starts[group + 1] ?? to];
    const tasks = mature.slice(group * TASKS_PER_POINT, (group + 1) * TASKS_PER_POINT);
    return point({ ...between(cohort, begin, end), tasks }, begin, end);
  });
};

/** The window cut into buckets, oldest first. `cohort` holds the tasks of [from, to), sorted by start. */
export const series = (cohort: Cohort, from: Time, to: Time, bucket: Bucket): TrendPoint[] =>
  bucket === '25_tasks' ? byCount(cohort, from, to) : byCalendar(cohort, from, to, bucket);
