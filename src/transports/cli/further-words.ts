import type { Estimate } from '../../domain/estimate.ts';
import type { Trends } from '../../domain/metrics/trends.ts';
import { intervalWords, METRIC_WORDS, valueWords } from './metric-words.ts';

const share = METRIC_WORDS.completion_without_rewrite;
const interventions = METRIC_WORDS.interventions_per_100_runs;
const hours = (value: number): string => `${value.toFixed(1)} h`;

const words = (estimate: Estimate, format: (value: number) => string): string =>
  estimate.value === null
    ? `– (n = ${estimate.n})`
    : `${valueWords(estimate, format)} (95 % ${intervalWords(estimate, format)}, n = ${estimate.n})`;

/** What stands beside the metrics. */
const besides = ({ further }: Trends): string => {
  const paths = Object.entries(further.recall_paths).filter(([, count]) => count > 0);
  return [
    `Lessons judged harmful: ${words(further.lesson_harm_rate, share.format)}`,
    `wrong abstentions: ${words(further.wrong_abstention_rate, share.format)}`,
    `shown past their review date: ${words(further.stale_exposure_rate, share.format)}`,
    `abandoned tasks: ${words(further.abandoned_rate, share.format)}`,
    `half of all tasks resolved after ${valueWords(further.median_minutes_of_all_tasks, METRIC_WORDS.median_minutes_to_resolution.format)} min`,
    `recalls by path: ${paths.map(([path, count]) => `${path} ${count}`).join(', ') || 'none'}`,
  ].join('; ');
};

const reviewed = ({ review }: Trends): string =>
  [
    `Review: first decision after ${words(review.hours_to_first_review, hours)}`,
    `nine of ten wait no longer than ${words(review.queue_age_hours_p90, hours)}`,
    `approved ${words(review.approval_share, share.format)}`,
    `undone within 14 days ${words(review.reversals_within_14_days, share.format)}`,
  ].join('; ');

/** The change both ways, where workflows make a mix. */
const mixed = ({ mix }: Trends): string[] => {
  if (mix === null) return [];
  const { completion_without_rewrite: completion, interventions_per_100_runs: rate, warning } = mix;
  const both = [
    `completion ${words(completion.standardised, share.formatChange)} points, crude ${valueWords(completion.crude, share.formatChange)}`,
    `interventions per 100 runs ${words(rate.standardised, interventions.formatChange)}, crude ${valueWords(rate.crude, interventions.formatChange)}`,
  ];
  return [`Change inside workflows: ${both.join('; ')}.${warning === null ? '' : ` ${warning}`}`];
};

/** M4, M7, M8, M9, M10 and the mix, a sentence each. */
export const furtherWords = (trends: Trends): string[] => [
  ...mixed(trends),
  `${besides(trends)}.`,
  `${reviewed(trends)}.`,
];
