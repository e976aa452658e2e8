import type { Time } from '../ids.ts';
import { binomialLimits } from '../statistics/binomial-limits.ts';
import type { Cohort } from './cohort.ts';
import { isClean } from './confirmed-outcome.ts';
import type { CountedTask } from './counted-task.ts';
import { isMature } from './maturity.ts';
import { TASKS_PER_POINT } from './series.ts';

/** Share of 25 tasks that were completed without rewrite, and between which limits a stable process stays. */
export interface ControlPoint {
  /** Start of its first and of its last task. */
  readonly from: Time;
  readonly to: Time;
  readonly n: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly outside: boolean;
  /** True for the points that make the centre. */
  readonly baseline: boolean;
}

export interface ControlChart {
  /** The share from which the limits come; null before the first point. */
  readonly centre: number | null;
  readonly points: readonly ControlPoint[];
  /** Mature tasks that are too few yet for another point. */
  readonly waiting: number;
}

/** With fewer points before the window, the centre would be too uncertain: then all points make it. */
export const FEWEST_BASELINE_POINTS = 15;
const MOST_BASELINE_POINTS = 20;

type Group = readonly CountedTask[];

const startOf = (group: Group): Time => group[0]?.task.started_at ?? '';
const endOf = (group: Group): Time => group.at(-1)?.task.started_at ?? '';

const baselineOf = (groups: readonly Group[], from: Time): ReadonlySet<Group> => {
  const before = groups.filter((group) => endOf(group) < from);
  return new Set(before.length < FEWEST_BASELINE_POINTS ? groups : before.slice(-MOST_BASELINE_POINTS));
};

/**
 * The primary chart: a point per 25 mature tasks by their start, with exact binomial limits around the share of the 15 to 20
 * points before `from`. A stable process is outside them somewhere in 30 points in about 3 of 100 charts; charts by the day
 * cry wolf in a third of them.
 */
export const controlChart = ({ tasks, now }: Pick<Cohort, 'tasks' | 'now'>, from: Time): ControlChart => {
  const mature = tasks.filter((history) => isMature(history, now));
  const groups = Array.from({ length: Math.floor(mature.length / TASKS_PER_POINT) }, (_, group) =>
    mature.slice(group * TASKS_PER_POINT, (group + 1) * TASKS_PER_POINT),
  );
  const baseline = baselineOf(groups, from);
  const usual = [...baseline].flat();
  const centre = usual.length === 0 ? null : usual.filter(isClean).length / usual.length;
  const { low, high } = binomialLimits(TASKS_PER_POINT, centre ?? 0);
  const points = groups.map((group) => {
    const value = group.filter(isClean).length / group.length;
    const outside = value < low || value > high;
    const place = { from: startOf(group), to: endOf(group), n: group.length };
    return { ...place, value, low, high, outside, baseline: baseline.has(group) };
  });
  return { centre, points, waiting: mature.length - groups.length * TASKS_PER_POINT };
};
