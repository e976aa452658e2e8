import type { Estimate } from '../estimate.ts';
import type { Time } from '../ids.ts';
import type { ControlChart } from './control-chart.ts';
import type { Further } from './further.ts';
import type { Mix } from './mix.ts';
import type { RepeatSplit } from './repeats.ts';
import type { ReviewHealth } from './review-health.ts';

export const BUCKETS = ['day', 'week', 'month', '25_tasks'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** M1 to M5, M7, M8 and M11 of one window, each with its n and a 95 % interval. */
export interface TrendMetrics {
  readonly completion_without_rewrite: Estimate;
  readonly interventions_per_100_runs: Estimate;
  readonly runs_with_intervention: Estimate;
  readonly median_minutes_to_resolution: Estimate;
  readonly fallback_rate: Estimate;
  readonly repeat_correction_rate: Estimate & RepeatSplit;
  readonly planned_checkpoints_per_100_runs: Estimate;
  readonly loops_per_100_tasks: Estimate;
  readonly abstention_rate: Estimate;
  readonly lesson_precision: Estimate;
  readonly tokens_per_task: Estimate;
}

export type MetricName = keyof TrendMetrics;

/** One point of the series: what started in [from, to). Metrics with nothing to divide by are absent. */
export interface TrendPoint extends Partial<Record<MetricName, Estimate>> {
  readonly from: Time;
  readonly to: Time;
  readonly tasks: number;
  readonly runs: number;
}

/** Memory minus holdout, as assigned, inside each workflow. */
export interface Lift {
  readonly completion_without_rewrite: Estimate;
  readonly interventions_per_100_runs: Estimate;
  readonly minutes_to_resolution_ratio: Estimate;
  /** All strata thrown together, to be held beside the first. */
  readonly crude_completion_without_rewrite: Estimate;
  readonly tokens_per_avoided_repeat: Estimate;
}

export interface Drift {
  readonly alarm: boolean;
  /** The highest value that the statistic reached in the window. */
  readonly statistic: number;
  readonly threshold: number;
  /** Start of the task at which the rise to the alarm began. */
  readonly since: Time | null;
  /** Share of failures that is taken as normal; null before there are 50 mature tasks. */
  readonly baseline: number | null;
  /** Mature tasks in which that share was counted: with few, the threshold is high. */
  readonly baseline_n: number;
}

export const DIRECTIONS = ['improving', 'no_change', 'worsening', 'too_few', 'coverage_too_low'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export interface TrendVerdict {
  readonly direction: Direction;
  readonly text: string;
}

/** What became of a project's tasks in a window, against the window of equal length before it. */
export interface Trends {
  readonly project: string;
  readonly workflow: string | null;
  readonly from: Time;
  readonly to: Time;
  readonly bucket: Bucket;
  readonly coverage: Estimate;
  readonly metrics: TrendMetrics;
  readonly agent_reported: { readonly completion_without_rewrite: Estimate };
  readonly lift: Lift | null;
  /** The change, crude and inside workflows; null without two of them. */
  readonly mix: Mix | null;
  readonly further: Further;
  /** Of the whole project: lessons belong to no workflow. */
  readonly review: ReviewHealth;
  readonly series: readonly TrendPoint[];
  /** The primary chart, where it was asked for. */
  readonly completion_chart?: ControlChart;
  /** This window minus the one before it. */
  readonly change: Partial<Record<MetricName, Estimate>>;
  readonly drift: Drift;
  readonly verdict: TrendVerdict;
}
