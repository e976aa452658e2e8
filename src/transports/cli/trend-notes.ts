import type { Estimate } from '../../domain/estimate.ts';
import type { ControlChart } from '../../domain/metrics/control-chart.ts';
import { TASKS_PER_POINT } from '../../domain/metrics/series.ts';
import type { Trends } from '../../domain/metrics/trends.ts';
import { intervalWords, METRIC_WORDS, valueWords } from './metric-words.ts';

/** What became of corrections: M5's split. */
export const repeatWords = ({ metrics }: Trends): string => {
  const { missed, withheld, ignored, unreviewed, novel } = metrics.repeat_correction_rate;
  return `Corrections: ${missed} missed, ${withheld} withheld, ${ignored} ignored; ${unreviewed} unreviewed; ${novel} novel.`;
};

const share = METRIC_WORDS.completion_without_rewrite;
const shareWords = (estimate: Estimate): string =>
  `${valueWords(estimate, share.format)} (95 % ${intervalWords(estimate, share.format)}, n = ${estimate.n})`;

/** How much of it CI or a person confirmed, and what agents say of themselves. */
export const coverageWords = (trends: Trends): string => {
  const { completion_without_rewrite: reported } = trends.agent_reported;
  const own = reported.n === 0 ? 'none' : `${shareWords(reported)} clean`;
  const covered = trends.coverage.n === 0 ? 'no mature task yet' : shareWords(trends.coverage);
  return `Outcome coverage: ${covered}. Agents' own reports, in none of these numbers: ${own}.`;
};

export const driftWords = ({ drift }: Trends): string => {
  const { alarm, statistic, threshold, since, baseline, baseline_n: n } = drift;
  if (baseline === null) return 'Drift: not watched before 50 mature tasks; a locked baseline needs 20.';
  const numbers = `statistic ${statistic.toFixed(2)}, threshold ${threshold.toFixed(2)}, usual share of failures ${share.format(baseline)}, n = ${n}`;
  return alarm && since !== null
    ? `Drift: ALARM, failures rose from ${since.slice(0, 10)} on (${numbers}).`
    : `Drift: no alarm (${numbers}).`;
};

/** Memory against holdout; nothing without arms. */
export const liftWords = ({ lift: found }: Trends): string[] => {
  if (found === null) return [];
  const interventions = METRIC_WORDS.interventions_per_100_runs;
  const change = (estimate: Estimate, format: (value: number) => string): string =>
    estimate.value === null
      ? `none (n = ${estimate.n})`
      : `${valueWords(estimate, format)} (95 % ${intervalWords(estimate, format)}, n = ${estimate.n})`;
  const ratio = (value: number): string => `× ${value.toFixed(2)}`;
  return [
    `Memory against holdout: completion ${change(found.completion_without_rewrite, share.formatChange)} points; interventions per 100 runs ${change(found.interventions_per_100_runs, interventions.formatChange)}; minutes to resolution ${change(found.minutes_to_resolution_ratio, ratio)}; crude completion ${change(found.crude_completion_without_rewrite, share.formatChange)} points; tokens per avoided repeat ${change(found.tokens_per_avoided_repeat, METRIC_WORDS.tokens_per_task.format)}.`,
  ];
};

/** What the primary chart shows, in a sentence. */
export const chartWords = ({ points, centre, waiting }: ControlChart): string => {
  const title = `Completion without rewrite, a point per ${TASKS_PER_POINT} mature tasks`;
  if (centre === null) return `${title}: no point yet, ${waiting} of ${TASKS_PER_POINT} tasks.`;
  const outside = points.filter((point) => point.outside);
  const [first] = outside;
  const found =
    first === undefined
      ? `all ${points.length} points lie within the exact limits around ${share.format(centre)}`
      : `${outside.length} of ${points.length} points outside the exact limits around ${share.format(centre)}, the first from ${first.from.slice(0, 10)}`;
  return `${title}: ${found}.`;
};
