import type { MetricName, Trends } from '../../domain/metrics/trends.ts';
import { COVERAGE_NEEDED } from '../../domain/metrics/verdict.ts';
import { escapeHtml } from '../charts/escape-html.ts';
import { furtherWords } from './further-words.ts';
import { htmlTable } from './html/html-table.ts';
import { REPORT_STYLE } from './html/report-style.ts';
import { courseFigure, primaryFigure } from './html/trend-figures.ts';
import { intervalWords, METRIC_WORDS, valueWords } from './metric-words.ts';
import { coverageWords, driftWords, liftWords, repeatWords } from './trend-notes.ts';

const names = Object.keys(METRIC_WORDS) as MetricName[];
const day = (time: string): string => time.slice(0, 10);

const metricsTable = (trends: Trends): string =>
  htmlTable(
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

const paragraph = (words: string, cssClass = ''): string =>
  `<p${cssClass === '' ? '' : ` class="${cssClass}"`}>${escapeHtml(words)}</p>`;

/** Trends as one page that stands alone: no script, no other file, nothing to load. The verdict comes first. */
export const trendsHtml = (trends: Trends): string => {
  const { verdict, drift, completion_chart: primary } = trends;
  const where = [trends.project, trends.workflow].filter((name) => name !== null).join(' · ');
  const notes = [repeatWords(trends), coverageWords(trends), ...liftWords(trends), ...furtherWords(trends)];
  // Without a single mature task there is nothing to be covered, and nothing to draw either.
  const muted = trends.coverage.value !== null && trends.coverage.value < COVERAGE_NEEDED;
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>Trends of ${escapeHtml(where)}</title><style>${REPORT_STYLE}</style></head><body><main>`,
    `<h1 class="verdict ${verdict.direction}">${escapeHtml(verdict.text)}</h1>`,
    paragraph(`${where}, ${day(trends.from)} to ${day(trends.to)}`, 'meta'),
    paragraph(driftWords(trends), drift.alarm ? 'alarm' : ''),
    primary === undefined ? '' : primaryFigure(primary, muted),
    `<section><h2>All metrics</h2>${metricsTable(trends)}</section>`,
    notes.map((note) => paragraph(note)).join(''),
    names.map((name) => courseFigure(trends, name, muted)).join(''),
    '</main></body></html>',
    '',
  ].join('\n');
};
