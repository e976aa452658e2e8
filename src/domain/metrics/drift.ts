import type { Time } from '../ids.ts';
import { type CusumDesign, cusumStep, doubledOdds } from '../statistics/cusum.ts';
import { learnedThreshold } from '../statistics/learned-threshold.ts';
import { isClean } from './confirmed-outcome.ts';
import type { CountedTask } from './counted-task.ts';
import { isMature } from './maturity.ts';
import type { Drift } from './trends.ts';
import { FEWEST } from './verdict.ts';

/**
 * So many of the record's first mature tasks make a baseline: the most that leave as many to be watched, and the fewest at once.
 * A share that was counted in few is off by much; it costs a high threshold, and with it a late alarm.
 */
export const BASELINE_SIZES = [50, 100, 200] as const;
const SMALLEST_BASELINE = 0.02;
const LARGEST_BASELINE = 0.6;

export interface Baseline {
  /** Share of mature tasks that were not completed clean. */
  readonly failures: number;
  /** Mature tasks in which it was counted. */
  readonly n: number;
  /** Start of its last task: the watch begins after it. */
  readonly until: Time;
}

const byStart = (a: CountedTask, b: CountedTask): number =>
  a.startedMs - b.startedMs || a.task.task_id.localeCompare(b.task.task_id);

const counted = (tasks: readonly CountedTask[], until: Time): Baseline => ({
  failures: tasks.filter((one) => !isClean(one)).length / tasks.length,
  n: tasks.length,
  until,
});

/** The baseline from the record's first tasks; null while fewer than 50 of them are mature. */
export const baselineOf = (firstTasks: readonly CountedTask[], now: Time): Baseline | null => {
  const mature = firstTasks.filter((one) => isMature(one, now)).sort(byStart);
  const [smallest] = BASELINE_SIZES;
  const size = BASELINE_SIZES.findLast((one) => 2 * one <= mature.length) ?? smallest;
  const first = mature.slice(0, size);
  const last = first.at(-1);
  return last === undefined || first.length < smallest ? null : counted(first, last.task.started_at);
};

/** The baseline that a lead locked; null while it holds too few mature tasks. What began in it is not watched. */
export const baselineOfWindow = (tasks: readonly CountedTask[], until: Time, now: Time): Baseline | null => {
  const mature = tasks.filter((one) => isMature(one, now));
  return mature.length < FEWEST ? null : counted(mature, until);
};

/** The chain takes its time and its answer depends on the baseline alone: the last ones are kept. */
const thresholds = new Map<string, number>();
const KEPT_THRESHOLDS = 100;

const thresholdFor = (design: CusumDesign, n: number): number => {
  const key = `${design.q0} ${n}`;
  const known = thresholds.get(key);
  if (known !== undefined) return known;
  const threshold = learnedThreshold(design, { hits: design.q0 * n, n });
  if (thresholds.size >= KEPT_THRESHOLDS) thresholds.clear();
  thresholds.set(key, threshold);
  return threshold;
};

/** Without a baseline there is nothing to be watched. */
const UNWATCHED: Drift = { alarm: false, statistic: 0, threshold: 0, since: null, baseline: null, baseline_n: 0 };

/** Watches the window's mature tasks, in the order of their start, for failures at doubled odds. */
export const drift = (tasks: readonly CountedTask[], baseline: Baseline | null, now: Time): Drift => {
  if (baseline === null) return UNWATCHED;
  const q0 = Math.min(LARGEST_BASELINE, Math.max(SMALLEST_BASELINE, baseline.failures));
  const design = doubledOdds(q0);
  const threshold = thresholdFor(design, baseline.n);
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
  return { alarm: highest >= threshold, statistic: highest, threshold, since, baseline: q0, baseline_n: baseline.n };
};
