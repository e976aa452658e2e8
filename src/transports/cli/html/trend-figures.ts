import type { ControlChart } from '../../../domain/metrics/control-chart.ts';
import type { MetricName, TrendPoint, Trends } from '../../../domain/metrics/trends.ts';
import { escapeHtml } from '../../charts/escape-html.ts';
import { intervalChart } from '../../charts/interval-chart.ts';
import { limitsChart } from '../../charts/limits-chart.ts';
import { intervalWords, METRIC_WORDS, valueWords } from '../metric-words.ts';
import { chartWords } from '../trend-notes.ts';
import { htmlTable } from './html-table.ts';

const day = (time: string): string => time.slice(0, 10);
const span = ({ from, to }: { from: string; to: string }): string => `${day(from)} to ${day(to)}`;

const TOO_LITTLE = 'Drawn grey: fewer than 90 % of the mature tasks have an outcome from CI or a person.';

/** A chart, what it says in words, and its numbers as a table for whoever cannot read the chart. */
const figure = (title: string, chart: string, words: string, table: string): string =>
  [
    `<section><h2>${escapeHtml(title)}</h2><figure>${chart}<figcaption>${escapeHtml(words)}</figcaption></figure>`,
    `<details><summary>The numbers of this chart</summary>${table}</details></section>`,
  ].join('');

/** Completion between its limits: what to look at first. */
export const primaryFigure = (found: ControlChart, muted: boolean): string => {
  const words = chartWords(found);
  if (found.points.length === 0) return `<p>${escapeHtml(words)}</p>`;
  const title = 'Completion without rewrite';
  const { format } = METRIC_WORDS.completion_without_rewrite;
  const chart = limitsChart(found, { id: 'completion-limits', title, description: words, muted });
  const rows = found.points.map((point) => [
    span(point),
    format(point.value),
    `${format(point.low)} to ${format(point.high)}`,
    String(point.n),
    [point.outside ? 'outside' : 'within', ...(point.baseline ? ['makes the centre'] : [])].join(', '),
  ]);
  const table = htmlTable('Completion, a row per point', ['Tasks started', 'Completed', 'Limits', 'n', ''], rows);
  const key =
    'Band: exact limits of a stable process; line: its centre; hollow: points that make it; a diamond lies outside.';
  return figure(title, chart, [words, key, ...(muted ? [TOO_LITTLE] : [])].join(' '), table);
};

const pointRow = (point: TrendPoint, name: MetricName): string[] => {
  const { format } = METRIC_WORDS[name];
  const estimate = point[name];
  return estimate === undefined
    ? [span(point), '–', '–', '0']
    : [span(point), valueWords(estimate, format), intervalWords(estimate, format), String(estimate.n)];
};

const courseWords = (trends: Trends, name: MetricName): string => {
  const { format, formatChange } = METRIC_WORDS[name];
  const [estimate, change] = [trends.metrics[name], trends.change[name]];
  const now = `In this window ${valueWords(estimate, format)} (95 % ${intervalWords(estimate, format)}, n = ${estimate.n})`;
  return change === undefined
    ? `${now}. Lines up and down: 95 % intervals.`
    : `${now}; change against the window before ${valueWords(change, formatChange)} (${intervalWords(change, formatChange)}). Lines up and down: 95 % intervals.`;
};

/** One metric over time; empty where no point has a value, or all are 0, which the table of all metrics says already. */
export const courseFigure = (trends: Trends, name: MetricName, muted: boolean): string => {
  const { label, format } = METRIC_WORDS[name];
  if (trends.series.every((point) => (point[name]?.value ?? 0) === 0)) return '';
  const words = courseWords(trends, name);
  const chart = intervalChart({
    id: name.replaceAll('_', '-'),
    title: label,
    description: words,
    format,
    muted,
    points: trends.series.map((point) => ({
      label: day(point.from),
      value: point[name]?.value ?? null,
      low: point[name]?.low ?? null,
      high: point[name]?.high ?? null,
    })),
  });
  if (chart === '') return '';
  const rows = trends.series.map((point) => pointRow(point, name));
  const table = htmlTable(`${label} by ${trends.bucket.replace('_', ' ')}`, ['Time', 'Value', '95 %', 'n'], rows);
  return figure(label, chart, words, table);
};
