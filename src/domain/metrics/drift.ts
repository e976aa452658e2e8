import type { Time } from '../ids.ts';
import { type CusumDesign, cusumStep, cusumThreshold, doubledOdds } from '../statistics/cusum.ts';
import { isClean } from './confirmed-outcome.ts';
import type { CountedTask } from './counted-task.ts';
import { isMature } from './maturity.ts';
import type { Drift } from './trends.ts';

/** So many mature tasks make a baseline. */
export const BASELINE_TASKS = 50;
const SMALLEST_BASELINE = 0.02;
const LARGEST_BASELINE = 0.6;

export interface Baseline {
  /** Share of mature tasks that were not completed clean. */
  readonly failures: number;
  /** Start of its last task: the watch begins after it. */
  readonly until: Time;
}

const byStart = (a: CountedTask, b: CountedTask): number =>
  a.startedMs - b.startedMs || a.task.task_id.localeCompare(b.task.task_id);

/** The baseline from the record's first tasks; null while fewer than 50 of them are mature. */
export const baselineOf = (firstTasks: readonly CountedTask[], now: Time): Baseline | null => {
  const mature = firstTasks.filter((history) => isMature(history, now)).sort(byStart);
  const first = mature.slice(0, BASELINE_TASKS);
  const last = first.at(-1);
  if (last === undefined || first.length < BASELINE_TASKS) return null;
  return {
    failures: first.filter((history) => !isClean(history)).length / first.length,
    until: last.task.started_at,
  };
};

/** The baseline that a lead locked; null while it holds no mature task. What began in it is not watched. */
export const baselineOfWindow = (tasks: readonly CountedTask[], until: Time, now: Time): Baseline | null => {
  const mature = tasks.filter((history) => isMature(history, now));
  if (mature.length === 0) return null;
  return { failures: mature.filter((history) => !isClean(history)).length / mature.length, until };
};

/** The exact chain takes its time and its answer depends on the baseline alone: the last ones are kept. */
const thresholds = new Map<number, number>();
const KEPT_THRESHOLDS = 100;

const thresholdFor = (design: CusumDesign): number => {
  const known = thresholds.get(design.q0);
  if (known !== undefined) return known;
  const threshold = cusumThreshold(design);
  if (thresholds.size >= KEPT_THRESHOLDS) thresholds.clear();
  thresholds.set(design.q0, threshold);
  return threshold;
};

/** Watches the window's mature tasks, in the order of their start, for failures at doubled odds. */
export const drift = (tasks: readonly CountedTask[], baseline: Baseline | null, now: Time): Drift => {
  const q0 = Math.min(LARGEST_BASELINE, Math.max(SMALLEST_BASELINE, baseline?.failures ?? SMALLEST_BASELINE));
  const design = doubledOdds(q0);
  const threshold = thresholdFor(design);
  if (baseline === null) return { alarm: false, statistic: 0, threshold, since: null, baseline: null };
  let statistic = 0;
  let highest = 0;
  let riseBegan: Time | null = null;
  let since: Time | null = null;
  const watched = tasks.filter((one) => one.task.started_at > baseline.until && isMature(one, now)).sort(byStart);
  for (const history of watched) {
    if (statistic === 0) riseBegan = history.task.started_at;
    statistic = cusumStep(design, statistic, !isClean(history));
    highest = Math.max(highest, statistic);
    if (statistic >= threshold && since === null) since = riseBegan;
  }
  return { alarm: highest >= threshold, statistic: highest, threshold, since, baseline: q0 };
};
