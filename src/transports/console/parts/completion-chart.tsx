/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import type { Trends } from '../../../domain/metrics/trends.ts';
import { limitsChart } from '../../charts/limits-chart.ts';
import { METRIC_WORDS } from '../../cli/metric-words.ts';
import { chartWords } from '../../cli/trend-notes.ts';
import { coverageTooLow } from './coverage-too-low.ts';
import { Scroll } from './scroll.tsx';

const { format } = METRIC_WORDS.completion_without_rewrite;

/** Completion between the limits of a stable process: a point outside them is a signal, by its shape too. */
export const CompletionChart = ({ trends }: { trends: Trends }) => {
  const chart = trends.completion_chart;
  if (chart === undefined || chart.points.length === 0) return null;
  const title = 'Tasks completed without rewrite, 25 to a point';
  const words = chartWords(chart);
  return (
    <figure class="card plot">
      <figcaption>
        <h2>{title}</h2>
        <p>{words}</p>
      </figcaption>
      {raw(limitsChart(chart, { id: 'completion-limits', title, description: words, muted: coverageTooLow(trends) }))}
      <details>
        <summary>Numbers</summary>
        <Scroll name={`Numbers: ${title}`}>
          <table>
            <caption>Between exact limits around the centre; hollow points make the centre.</caption>
            <thead>
              <tr>
                <th scope="col">From</th>
                <th scope="col">Completed</th>
                <th scope="col">Limits</th>
                <th scope="col">n</th>
              </tr>
            </thead>
            <tbody>
              {chart.points.map((point) => (
                <tr>
                  <th scope="row">{point.from.slice(0, 10)}</th>
                  <td>
                    {format(point.value)}
                    {point.outside ? ' (outside)' : ''}
                  </td>
                  <td>{`${format(point.low)} to ${format(point.high)}`}</td>
                  <td>{point.n}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </figure>
  );
};
