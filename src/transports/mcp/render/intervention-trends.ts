import type { MetricName, Trends } from '../../../domain/metrics/trends.ts';
import { METRIC_WORDS } from '../../cli/metric-words.ts';
import { estimateWords } from '../estimate-words.ts';
import { storedText } from '../stored-text.ts';

export const renderInterventionTrends = (trends: Trends): string =>
  [
    trends.verdict.text,
    `Project ${storedText(trends.project)}${trends.workflow === null ? '' : `, workflow ${storedText(trends.workflow)}`}, ${trends.from} to ${trends.to}. Tasks with a confirmed outcome: ${estimateWords(trends.coverage, share)}.`,
    ...(Object.keys(METRIC_WORDS) as MetricName[]).map((name) => metricLine(trends, name)),
    `As agents report it themselves, not counted above: completion without rewrite ${estimateWords(trends.agent_reported.completion_without_rewrite, share)}.`,
    trends.lift === null
      ? 'No comparison with tasks that ran without memory.'
      : `With memory minus without: completion ${estimateWords(trends.lift.completion_without_rewrite)}, interventions per 100 runs ${estimateWords(trends.lift.interventions_per_100_runs)}.`,
    ...(trends.drift.alarm ? [`Failures have risen since ${trends.drift.since ?? trends.from}.`] : []),
  ].join('\n');

const share = METRIC_WORDS.completion_without_rewrite.format;

const metricLine = ({ metrics, change }: Trends, name: MetricName): string => {
  const { label, format, formatChange } = METRIC_WORDS[name];
  const changed = change[name];
  const before = changed?.value == null ? '' : `; change ${estimateWords(changed, formatChange)}`;
  return `- ${label}: ${estimateWords(metrics[name], format)}${before}`;
};
