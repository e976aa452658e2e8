import type { MetricName, Trends } from '../../domain/metrics/trends.ts';
import { binomialLimits } from '../../domain/statistics/binomial-limits.ts';
import { chart } from './charts/chart.ts';
import { sparkline } from './charts/sparkline.ts';
import { textTable } from './charts/text-table.ts';
import { intervalWords, METRIC_WORDS, valueWords } from './metric-words.ts';
import type { Output } from './output.ts';
import { plainText } from './plain-text.ts';
import { coverageWords, driftWords, liftWords, repeatWords } from './trend-notes.ts';

type Look = Pick<Output, 'paint' | 'columns'>;

const day = (time: string): string => time.slice(0, 10);
const names = Object.keys(METRIC_WORDS) as MetricName[];

/** Points that fit in a line; the newest are kept. */
const SPARK_POINTS = 40;
const CHART_HEIGHT = 7;
const FEWEST_POINTS = 2;

const headline = (trends: Trends, { paint }: Look): string => {
  const { direction, text } = trends.verdict;
  if (direction === 'improving') return paint.green(text);
  return direction === 'worsening' ? paint.red(text) : paint.bold(text);
};

const table = (trends: Trends): string => {
  const rows = names.map((name) => {
    const { label, format, formatChange } = METRIC_WORDS[name];
    const estimate = trends.metrics[name];
    const change = trends.change[name];
    return [
      label,
      valueWords(estimate, format),
      intervalWords(estimate, format),
      String(estimate.n),
      change === undefined ? '' : `${valueWords(change, formatChange)} (${intervalWords(change, formatChange)})`,
    ];
  });
  const columns = [
    { title: 'metric' },
    { title: 'value', align: 'right' },
    { title: '95 %', align: 'right' },
    { title: 'n', align: 'right' },
    { title: 'change', align: 'right' },
  ] as const;
  return textTable(columns, rows);
};

/** How the metrics went inside the window, oldest bucket first. */
const courses = (trends: Trends): string[] => {
  const points = trends.series.slice(-SPARK_POINTS);
  if (points.length < FEWEST_POINTS) return [];
  const rows = names
    .map((name) => [METRIC_WORDS[name].label, points.map((point) => point[name]?.value ?? null)] as const)
    .filter(([, values]) => values.some((value) => value !== null))
    .map(([label, values]) => [label, sparkline(values).trimEnd()]);
  return ['', textTable([{ title: '' }, { title: `by ${trends.bucket.replace('_', ' ')}, oldest first` }], rows)];
};

/** Completion by group of tasks with exact limits around the whole window's share. */
const completionChart = (trends: Trends, columns: number): string[] => {
  const centre = trends.metrics.completion_without_rewrite.value;
  const most = Math.max(FEWEST_POINTS, Math.floor((columns - 10) / 2));
  const points = trends.series.slice(-most).map((point) => point.completion_without_rewrite ?? null);
  if (trends.bucket !== '25_tasks' || centre === null || points.length < FEWEST_POINTS) return [];
  const drawn = chart(
    points.map((point) => ({
      value: point?.value ?? null,
      ...(point === null ? { low: null, high: null } : binomialLimits(point.n, centre)),
    })),
    { height: CHART_HEIGHT, format: (value) => `${Math.round(100 * value)} %` },
  );
  return ['', 'Completion without rewrite, a point per 25 mature tasks (┄ exact limits, ◆ outside them):', drawn];
};

/** Trends for a terminal or a pipe: the verdict first, then each number with its n and interval. */
export const renderTrends = (trends: Trends, look: Look): string => {
  const { paint } = look;
  const where = [trends.project, trends.workflow].filter((name) => name !== null).map(plainText);
  return [
    headline(trends, look),
    paint.dim(`${where.join(' · ')}, ${day(trends.from)} to ${day(trends.to)}`),
    '',
    table(trends),
    paint.dim('Change: against the window of equal length before, 95 %; shares in percentage points.'),
    ...courses(trends),
    '',
    repeatWords(trends),
    coverageWords(trends),
    driftWords(trends),
    ...liftWords(trends),
    ...completionChart(trends, look.columns),
  ].join('\n');
};
