/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { MetricName, Trends } from '../../../domain/metrics/trends.ts';
import { intervalWords, METRIC_WORDS, valueWords } from '../../cli/metric-words.ts';
import { coverageTooLow } from '../parts/coverage-too-low.ts';

const SHOWN: readonly MetricName[] = [
  'repeat_correction_rate',
  'interventions_per_100_runs',
  'completion_without_rewrite',
  'median_minutes_to_resolution',
];

/** The numbers to read at a glance, each with its interval and its n. */
export const Tiles = ({ trends }: { trends: Trends }) => (
  <ul class={`tiles${coverageTooLow(trends) ? ' grey' : ''}`}>
    {SHOWN.map((name) => (
      <li>
        <Tile trends={trends} name={name} />
      </li>
    ))}
    <li>
      <span class="label">Outcomes confirmed</span>
      <strong>{valueWords(trends.coverage, METRIC_WORDS.completion_without_rewrite.format)}</strong>
      <span class="soft">
        of {trends.coverage.n} tasks{coverageTooLow(trends) ? ': too few to judge by; 90 % are needed' : ''}
      </span>
    </li>
  </ul>
);

const Tile = ({ trends, name }: { trends: Trends; name: MetricName }) => {
  const { label, format, formatChange } = METRIC_WORDS[name];
  const [estimate, change] = [trends.metrics[name], trends.change[name]];
  return (
    <>
      <span class="label">{label}</span>
      <strong>{valueWords(estimate, format)}</strong>
      <span class="soft">
        {estimate.value === null
          ? 'nothing to divide by'
          : `95 %: ${intervalWords(estimate, format)}, n\u00a0=\u00a0${estimate.n}`}
      </span>
      {change === undefined || change.value === null ? null : (
        <span class="soft">
          {valueWords(change, formatChange)} against before ({intervalWords(change, formatChange)})
        </span>
      )}
    </>
  );
};
