/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */

import type { MetricName, Trends } from '../../../domain/metrics/trends.ts';
import { intervalWords, METRIC_WORDS, valueWords } from '../../cli/metric-words.ts';
import { Scroll } from './scroll.tsx';

const date = (time: string): string => time.slice(0, 10);

/** Every number with its n and its interval. */
export const TrendTable = ({ trends }: { trends: Trends }) => (
  <Scroll name="Every number">
    <table>
      <caption>
        {date(trends.from)} to {date(trends.to)}. Confirmed outcomes:{' '}
        {valueWords(trends.coverage, METRIC_WORDS.completion_without_rewrite.format)} of {trends.coverage.n} tasks.
      </caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Value</th>
          <th scope="col">95 % interval</th>
          <th scope="col">n</th>
        </tr>
      </thead>
      <tbody>
        {(Object.keys(METRIC_WORDS) as MetricName[]).map((name) => (
          <tr>
            <th scope="row">{METRIC_WORDS[name].label}</th>
            <td>{valueWords(trends.metrics[name], METRIC_WORDS[name].format)}</td>
            <td>{intervalWords(trends.metrics[name], METRIC_WORDS[name].format)}</td>
            <td>{trends.metrics[name].n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
