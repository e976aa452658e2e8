import type { MetricName, Trends } from '../../domain/metrics/trends.ts';
import { chart } from './charts/chart.ts';
import { sparkline } from './charts/sparkline.ts';
import { textTable } from './charts/text-table.ts';
import { furtherWords } from './further-words.ts';
import { intervalWords, METRIC_WORDS, valueWords } from './metric-words.ts';
import type { Output } from './output.ts';
import { plainText } from './plain-text.ts';
import { chartWords, coverageWords, driftWords, liftWords, repeatWords } from './trend-notes.ts';

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

/** The primary chart, with the newest points that fit. */
const primaryChart = ({ completion_chart: found }: Trends, columns: number): string[] => {
  if (found === undefined) return [];
  const most = Math.max(FEWEST_POINTS, Math.floor((columns - 10) / 2));
  const points = found.points.slice(-most);
  if (points.length < FEWEST_POINTS) return ['', chartWords(found)];
  const drawn = chart(points, { height: CHART_HEIGHT, format: (value) => `${Math.round(100 * value)} %` });
  const older = found.points.length - points.length;
  const first = points[0]?.from ?? '';
  const last = points.at(-1)?.to ?? '';
  const span = `From ${day(first)} to ${day(last)}${older === 0 ? '' : `; the ${older} points before are in --html and --json`}.`;
  return ['', `${chartWords(found)} (┄ limits, ◆ outside)`, drawn, span];
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
    ...furtherWords(trends),
    ...primaryChart(trends, look.columns),
  ].join('\n');
};
