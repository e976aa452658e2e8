import type { Estimate } from '../../domain/estimate.ts';
import type { MetricName } from '../../domain/metrics/trends.ts';

/** How one metric is named and written. */
export interface MetricWords {
  readonly label: string;
  readonly format: (value: number) => string;
  /** A difference, with its sign; that of shares in percentage points. */
  readonly formatChange: (value: number) => string;
}

const sign = (value: number, digits: number): string => {
  const rounded = Math.abs(value).toFixed(digits);
  if (Number(rounded) === 0) return rounded;
  return `${value < 0 ? '−' : '+'}${rounded}`;
};

const inShares = (label: string): MetricWords => ({
  label,
  format: (value) => `${(100 * value).toFixed(1)} %`,
  formatChange: (value) => sign(100 * value, 1),
});

const inNumbers = (label: string, digits: number): MetricWords => ({
  label,
  format: (value) => value.toFixed(digits),
  formatChange: (value) => sign(value, digits),
});

/** Every metric in the order in which it is shown. */
export const METRIC_WORDS: Record<MetricName, MetricWords> = {
  completion_without_rewrite: inShares('Completion, no rewrite'),
  interventions_per_100_runs: inNumbers('Interventions / 100 runs', 1),
  runs_with_intervention: inShares('Runs with intervention'),
  median_minutes_to_resolution: inNumbers('Median min to resolution', 0),
  fallback_rate: inShares('Fallback rate'),
  repeat_correction_rate: inShares('Repeat-correction rate'),
  planned_checkpoints_per_100_runs: inNumbers('Checkpoints / 100 runs', 1),
  loops_per_100_tasks: inNumbers('Loops / 100 tasks', 1),
  abstention_rate: inShares('Abstention rate'),
  lesson_precision: inShares('Lesson precision'),
  tokens_per_task: inNumbers('Tokens per task', 0),
};

const NOTHING = '–';

export const valueWords = (estimate: Estimate, format: (value: number) => string): string =>
  estimate.value === null ? NOTHING : format(estimate.value);

const UNIT = / %$/u;

/** Both ends of the interval, a common unit once; an open end is said, not left out. */
export const intervalWords = ({ low, high }: Estimate, format: (value: number) => string): string => {
  if (low === null && high === null) return NOTHING;
  const [from, to] = [low, high].map((end) => (end === null ? 'open' : format(end)));
  return `${UNIT.test(to ?? '') ? from?.replace(UNIT, '') : from} to ${to}`;
};
