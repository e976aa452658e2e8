import type { MetricName, TrendPoint, Trends } from '../../domain/metrics/trends.ts';
import { escapeHtml } from './html/escape-html.ts';
import { REPORT_STYLE } from './html/report-style.ts';
import { seriesChart } from './html/series-chart.ts';
import { intervalWords, METRIC_WORDS, valueWords } from './metric-words.ts';
import { coverageWords, driftWords, liftWords, repeatWords } from './trend-notes.ts';

const names = Object.keys(METRIC_WORDS) as MetricName[];
const day = (time: string): string => time.slice(0, 10);

const table = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const cells = (row: readonly string[]): string =>
    row.map((cell, index) => (index === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`)).join('');
  return [
    `<div class="scroll"><table><caption>${caption}</caption><thead><tr>`,
    head.map((title) => `<th scope="col">${title}</th>`).join(''),
    '</tr></thead><tbody>',
    rows.map((row) => `<tr>${cells(row.map(escapeHtml))}</tr>`).join(''),
    '</tbody></table></div>',
  ].join('');
};

const metricsTable = (trends: Trends): string =>
  table(
    'Each metric with its 95 % interval; the change is against the window of equal length before, shares in percentage points.',
    ['Metric', 'Value', '95 %', 'n', 'Change', '95 %'],
    names.map((name) => {
      const { label, format, formatChange } = METRIC_WORDS[name];
      const [estimate, change] = [trends.metrics[name], trends.change[name]];
      return [
        label,
        valueWords(estimate, format),
        intervalWords(estimate, format),
        String(estimate.n),
        change === undefined ? '–' : valueWords(change, formatChange),
        change === undefined ? '–' : intervalWords(change, formatChange),
      ];
    }),
  );

const pointRow = (point: TrendPoint, name: MetricName): string[] => {
  const { format } = METRIC_WORDS[name];
  const estimate = point[name];
  const time = `${day(point.from)} to ${day(point.to)}`;
  return estimate === undefined
    ? [time, '–', '–', '0']
    : [time, valueWords(estimate, format), intervalWords(estimate, format), String(estimate.n)];
};

/** A chart with its table: whoever cannot read the one reads the other. */
const course = (trends: Trends, name: MetricName): string => {
  const { label, format } = METRIC_WORDS[name];
  const chart = seriesChart({
    id: name,
    title: label,
    description: `${trends.verdict.text} The table below has the same numbers.`,
    format,
    points: trends.series.map((point) => ({
      label: day(point.from),
      value: point[name]?.value ?? null,
      low: point[name]?.low ?? null,
      high: point[name]?.high ?? null,
    })),
  });
  if (chart === '') return '';
  const rows = trends.series.map((point) => pointRow(point, name));
  const numbers = table(`${label} by ${trends.bucket.replace('_', ' ')}`, ['Time', 'Value', '95 %', 'n'], rows);
  return `<section><h2>${label}</h2>${chart}<details><summary>Numbers</summary>${numbers}</details></section>`;
};

/** Trends as one page that stands alone: no script, no other file, nothing to load. */
export const trendsHtml = (trends: Trends): string => {
  const where = [trends.project, trends.workflow].filter((name) => name !== null).join(' · ');
  const notes = [repeatWords(trends), coverageWords(trends), driftWords(trends), ...liftWords(trends)];
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>Trends of ${escapeHtml(where)}</title><style>${REPORT_STYLE}</style></head><body><main>`,
    `<h1>${escapeHtml(trends.verdict.text)}</h1>`,
    `<p class="meta">${escapeHtml(where)}, ${day(trends.from)} to ${day(trends.to)}</p>`,
    metricsTable(trends),
    notes.map((note) => `<p>${escapeHtml(note)}</p>`).join(''),
    names.map((name) => course(trends, name)).join(''),
    '</main></body></html>',
    '',
  ].join('\n');
};
