import { escapeHtml } from './escape-html.ts';

export interface SeriesPoint {
  /** Under the axis. */
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface SeriesChart {
  /** Names the chart for those who do not see it. Unique in its page: ids are made of it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly points: readonly SeriesPoint[];
  readonly format: (value: number) => string;
}

const WIDTH = 640;
const HEIGHT = 180;
const PAD = { left: 64, right: 16, top: 12, bottom: 28 } as const;
const MOST_LABELS = 8;

const number = (value: number): string => value.toFixed(1);

interface Scale {
  readonly x: (index: number) => string;
  readonly y: (value: number) => string;
  readonly bottom: number;
  readonly top: number;
}

const scaleOf = (points: readonly SeriesPoint[]): Scale => {
  const numbers = points.flatMap(({ value, low, high }) => [value, low, high]).filter((one) => one !== null);
  const bottom = Math.min(0, ...numbers);
  const top = Math.max(...numbers, bottom + Number.EPSILON) || 1;
  const width = WIDTH - PAD.left - PAD.right;
  const height = HEIGHT - PAD.top - PAD.bottom;
  return {
    bottom,
    top,
    x: (index) => number(PAD.left + (points.length === 1 ? width / 2 : (index / (points.length - 1)) * width)),
    y: (value) => number(PAD.top + height - ((value - bottom) / (top - bottom)) * height),
  };
};

/** A mark for the value and a line for its interval: read by shape, not by colour. */
const mark = ({ value, low, high }: SeriesPoint, index: number, { x, y }: Scale): string => {
  if (value === null) return '';
  const interval =
    low === null || high === null
      ? ''
      : `<line class="interval" x1="${x(index)}" x2="${x(index)}" y1="${y(low)}" y2="${y(high)}"/>`;
  return `${interval}<circle class="value" cx="${x(index)}" cy="${y(value)}" r="4"/>`;
};

const line = (points: readonly SeriesPoint[], { x, y }: Scale): string => {
  const known = points.flatMap(({ value }, index) => (value === null ? [] : [`${x(index)},${y(value)}`]));
  return known.length < 2 ? '' : `<polyline class="course" points="${known.join(' ')}"/>`;
};

/** The outermost labels stay inside the frame. */
const anchorOf = (index: number, count: number): string => {
  if (count > 1 && index === 0) return 'start';
  return count > 1 && index === count - 1 ? 'end' : 'middle';
};

const axis = (points: readonly SeriesPoint[], scale: Scale, format: (value: number) => string): string => {
  const every = Math.ceil(points.length / MOST_LABELS);
  const below = points.map(({ label }, index) =>
    index % every === 0
      ? `<text x="${scale.x(index)}" y="${HEIGHT - 8}" text-anchor="${anchorOf(index, points.length)}">${escapeHtml(label)}</text>`
      : '',
  );
  const beside = [scale.bottom, (scale.bottom + scale.top) / 2, scale.top].map(
    (value) =>
      `<line class="grid" x1="${PAD.left}" x2="${WIDTH - PAD.right}" y1="${scale.y(value)}" y2="${scale.y(value)}"/>` +
      `<text x="${PAD.left - 8}" y="${scale.y(value)}" text-anchor="end" dominant-baseline="middle">${escapeHtml(format(value))}</text>`,
  );
  return [...beside, ...below].join('');
};

/** One metric over time as an SVG with its name and description inside; empty without a value. */
export const seriesChart = ({ id, title, description, points, format }: SeriesChart): string => {
  if (points.every((point) => point.value === null)) return '';
  const scale = scaleOf(points);
  return [
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-description">`,
    `<title id="${id}-title">${escapeHtml(title)}</title>`,
    `<desc id="${id}-description">${escapeHtml(description)}</desc>`,
    axis(points, scale, format),
    line(points, scale),
    points.map((point, index) => mark(point, index, scale)).join(''),
    '</svg>',
  ].join('');
};
