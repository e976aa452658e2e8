/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */

import { raw } from 'hono/html';
import type { MetricName, Trends } from '../../../domain/metrics/trends.ts';
import { intervalChart } from '../../charts/interval-chart.ts';
import { intervalWords, METRIC_WORDS, valueWords } from '../../cli/metric-words.ts';
import { coverageTooLow } from './coverage-too-low.ts';
import { Scroll } from './scroll.tsx';

const day = (time: string): string => time.slice(0, 10);

/** One metric over time with its intervals, and the same numbers as a table. */
export const TrendChart = ({ trends, name, title }: { trends: Trends; name: MetricName; title: string }) => {
  const { label, format } = METRIC_WORDS[name];
  const grey = coverageTooLow(trends);
  const chart = intervalChart({
    id: name.replaceAll('_', '-'),
    muted: grey,
    title: label,
    description: `${title}. The table below has the same numbers.`,
    format,
    points: trends.series.map((point) => ({
      label: day(point.from),
      value: point[name]?.value ?? null,
      low: point[name]?.low ?? null,
      high: point[name]?.high ?? null,
    })),
  });
  return (
    <figure class="card plot">
      <figcaption>
        <h2>{title}</h2>
        {grey ? <p class="note">Coverage too low to judge: too few outcomes are confirmed.</p> : null}
      </figcaption>
      {chart === '' ? <p class="soft">Nothing to draw in this time.</p> : raw(chart)}
      <details>
        <summary>Numbers</summary>
        <SeriesTable trends={trends} name={name} />
      </details>
    </figure>
  );
};

const SeriesTable = ({ trends, name }: { trends: Trends; name: MetricName }) => {
  const { label, format } = METRIC_WORDS[name];
  return (
    <Scroll name={`Numbers: ${label}`}>
      <table>
        <caption>
          {label} by {trends.bucket.replace('_', ' ')}
        </caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Value</th>
            <th scope="col">95 %</th>
            <th scope="col">n</th>
          </tr>
        </thead>
        <tbody>
          {trends.series.map((point) => {
            const estimate = point[name];
            return (
              <tr>
                <th scope="row">{day(point.from)}</th>
                <td>{estimate === undefined ? '–' : valueWords(estimate, format)}</td>
                <td>{estimate === undefined ? '–' : intervalWords(estimate, format)}</td>
                <td>{estimate?.n ?? 0}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
};
