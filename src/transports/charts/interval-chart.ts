import { extent } from 'd3-array';
import { line, symbol, symbolCircle } from 'd3-shape';
import { type ChartWords, type Frame, framed, frameOf, px } from './chart-frame.ts';

export interface IntervalPoint {
  /** Under the axis. */
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface IntervalChart extends ChartWords {
  readonly points: readonly IntervalPoint[];
  readonly format: (value: number) => string;
  readonly muted?: boolean;
}

/** No interval is drawn farther than this many times the largest value: one point of two tasks would flatten all others. */
const TALLEST = 2.5;
const DOT = symbol().type(symbolCircle).size(56)() ?? '';

const topOf = (points: readonly IntervalPoint[]): number => {
  const largest = Math.max(0, ...points.map(({ value }) => value ?? 0));
  const ends = points.map(({ high }) => high ?? 0).filter((high) => largest === 0 || high <= TALLEST * largest);
  return Math.max(largest, ...ends);
};

/** An interval that goes on above the plot is cut there, and its end is open: no cap. */
const whisker = ({ low, high }: IntervalPoint, at: string, { y }: Frame): string => {
  if (low === null || high === null) return '';
  const top = Math.min(high, y.domain()[1] ?? high);
  const cap = (value: number): string =>
    `<line class="interval" x1="${Number(at) - 4}" x2="${Number(at) + 4}" y1="${px(y(value))}" y2="${px(y(value))}"/>`;
  return `<line class="interval" x1="${at}" x2="${at}" y1="${px(y(low))}" y2="${px(y(top))}"/>${cap(low)}${top === high ? cap(high) : ''}`;
};

/** One metric over time, each value with its interval; empty without a value. */
export const intervalChart = ({ points, format, muted, ...words }: IntervalChart): string => {
  const [lowest] = extent(points.flatMap(({ value, low }) => [value, low].filter((one) => one !== null)));
  if (lowest === undefined || points.every(({ value }) => value === null)) return '';
  const frame = frameOf(points.length, [Math.min(0, lowest), topOf(points)]);
  const course = line<IntervalPoint>()
    .defined(({ value }) => value !== null)
    .x((_, index) => frame.x(index) ?? 0)
    .y(({ value }) => frame.y(value ?? 0))
    .digits(1);
  const marks = points.map((point, index) => {
    const at = px(frame.x(index));
    if (point.value === null) return '';
    return `${whisker(point, at, frame)}<path class="value" transform="translate(${at},${px(frame.y(point.value))})" d="${DOT}"/>`;
  });
  return framed(words, frame, {
    labels: points.map(({ label }) => label),
    format,
    marks: `<path class="course" d="${course(points) ?? ''}"/>${marks.join('')}`,
    ...(muted === undefined ? {} : { muted }),
  });
};
