import type { Estimate } from '../../domain/estimate.ts';
import type { Trends } from '../../domain/metrics/trends.ts';
import { intervalWords, METRIC_WORDS, valueWords } from './metric-words.ts';

const share = METRIC_WORDS.completion_without_rewrite;
const interventions = METRIC_WORDS.interventions_per_100_runs;
const hours = (value: number): string => `${value.toFixed(1)} h`;

type Row = readonly [what: string, estimate: Estimate, format: (value: number) => string];

const words = (estimate: Estimate, format: (value: number) => string): string => {
  const { value, n, low, high } = estimate;
  if (value === null) return `none (n = ${n})`;
  const interval = low === null && high === null ? 'no interval' : `95 % ${intervalWords(estimate, format)}`;
  return `${valueWords(estimate, format)} (${interval}, n = ${n})`;
};

/** What has an n, in one sentence; nothing where nothing has. */
const sentence = (rows: readonly Row[]): string[] => {
  const known = rows.filter(([, estimate]) => estimate.n > 0);
  return known.length === 0
    ? []
    : [known.map(([what, estimate, format]) => `${what} ${words(estimate, format)}`).join('; ')];
};

/** What stands beside the metrics. */
const besides = ({ further }: Trends): string => {
  const paths = Object.entries(further.recall_paths).filter(([, count]) => count > 0);
  const minutes = (value: number): string => `${METRIC_WORDS.median_minutes_to_resolution.format(value)} min`;
  const found = [
    ...sentence([
      ['lessons judged harmful:', further.lesson_harm_rate, share.format],
      ['wrong abstentions:', further.wrong_abstention_rate, share.format],
      ['shown past their review date:', further.stale_exposure_rate, share.format],
      ['abandoned tasks:', further.abandoned_rate, share.format],
      ['half of all tasks resolved after', further.median_minutes_of_all_tasks, minutes],
    ]),
    `recalls by path: ${paths.map(([path, count]) => `${path} ${count}`).join(', ') || 'none'}`,
  ].join('; ');
  return `${found.charAt(0).toUpperCase()}${found.slice(1)}`;
};

const reviewed = ({ review }: Trends): string => {
  const [found] = sentence([
    ['first decision after', review.hours_to_first_review, hours],
    ['nine of ten wait no longer than', review.queue_age_hours_p90, hours],
    ['approved', review.approval_share, share.format],
    ['undone within 14 days', review.reversals_within_14_days, share.format],
  ]);
  return `Review: ${found ?? 'no lesson was made, waits or was decided in this window'}`;
};

/** The change both ways, where workflows make a mix. */
const mixed = ({ mix }: Trends): string[] => {
  if (mix === null) return [];
  const { completion_without_rewrite: completion, interventions_per_100_runs: rate, warning } = mix;
  const both = [
    `completion ${words(completion.standardised, share.formatChange)} points, crude ${words(completion.crude, share.formatChange)}`,
    `interventions per 100 runs ${words(rate.standardised, interventions.formatChange)}, crude ${words(rate.crude, interventions.formatChange)}`,
  ];
  return [`Change inside workflows: ${both.join('; ')}.${warning === null ? '' : ` ${warning}`}`];
};

/** M4, M7, M8, M9, M10 and the mix, a sentence each. */
export const furtherWords = (trends: Trends): string[] => [
  ...mixed(trends),
  `${besides(trends)}.`,
  `${reviewed(trends)}.`,
];
