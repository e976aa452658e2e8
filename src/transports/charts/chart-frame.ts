import { type ScaleLinear, type ScalePoint, scaleLinear, scalePoint } from 'd3-scale';
import { escapeHtml } from './escape-html.ts';

/** What every chart says of itself to those who do not see it. */
export interface ChartWords {
  /** Unique in its page: ids are made of it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

export interface Frame {
  readonly x: ScalePoint<number>;
  readonly y: ScaleLinear<number, number>;
}

const WIDTH = 640;
const HEIGHT = 280;
const PAD = { left: 74, right: 18, top: 16, bottom: 34 } as const;
const MOST_LABELS = 6;
const TICKS = 4;

/** A coordinate as it is written: a tenth of a pixel is finer than any screen. */
export const px = (value: number | undefined): string => (value ?? 0).toFixed(1);

/** Places `count` points side by side, and values between `bottom` and `top` (rounded to ticks) above each other. */
export const frameOf = (count: number, [bottom, top]: readonly [number, number], nice = true): Frame => {
  const y = scaleLinear([bottom, top > bottom ? top : bottom + 1], [HEIGHT - PAD.bottom, PAD.top]);
  return {
    x: scalePoint(
      Array.from({ length: count }, (_, index) => index),
      [PAD.left, WIDTH - PAD.right],
    ).padding(0.5),
    y: nice ? y.nice(TICKS) : y,
  };
};

const below = ({ x }: Frame, labels: readonly string[]): string => {
  const every = Math.ceil(labels.length / MOST_LABELS);
  return labels
    .map((label, index) => {
      if (index % every !== 0) return '';
      // On a narrow screen every second label gives way to the next.
      const minor = (index / every) % 2 === 1 ? ' class="minor"' : '';
      return `<text${minor} x="${px(x(index))}" y="${HEIGHT - 10}" text-anchor="middle">${escapeHtml(label)}</text>`;
    })
    .join('');
};

/** As the values are written, but without decimals where no tick needs them. */
const tickLabels = (ticks: readonly number[], format: (value: number) => string): string[] => {
  const labels = ticks.map(format);
  const decimals = /\.0+(?= %$|$)/u;
  return labels.every((label) => decimals.test(label)) ? labels.map((label) => label.replace(decimals, '')) : labels;
};

const beside = ({ y }: Frame, format: (value: number) => string): string => {
  const ticks = y.ticks(TICKS);
  const labels = tickLabels(ticks, format);
  return ticks
    .map(
      (tick, index) =>
        `<line class="grid" x1="${PAD.left}" x2="${WIDTH - PAD.right}" y1="${px(y(tick))}" y2="${px(y(tick))}"/>` +
        `<text x="${PAD.left - 8}" y="${px(y(tick))}" text-anchor="end" dominant-baseline="middle">${escapeHtml(labels[index] ?? '')}</text>`,
    )
    .join('');
};

/** A line across the whole plot. */
export const across = ({ y }: Frame, value: number, cssClass: string): string =>
  `<line class="${cssClass}" x1="${PAD.left}" x2="${WIDTH - PAD.right}" y1="${px(y(value))}" y2="${px(y(value))}"/>`;

/** A band across the whole plot. */
export const bandAcross = ({ y }: Frame, low: number, high: number, cssClass: string): string =>
  `<rect class="${cssClass}" x="${PAD.left}" width="${WIDTH - PAD.left - PAD.right}" y="${px(y(high))}" height="${px(y(low) - y(high))}"/>`;

/** The whole SVG: named, described, with axes behind its marks. `muted`: its numbers are no ground for a judgement. */
export const framed = (
  { id, title, description }: ChartWords,
  frame: Frame,
  content: {
    readonly labels: readonly string[];
    readonly format: (value: number) => string;
    readonly marks: string;
    readonly muted?: boolean;
  },
): string =>
  [
    `<svg class="chart${content.muted === true ? ' muted' : ''}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-description">`,
    `<title id="${id}-title">${escapeHtml(title)}</title>`,
    `<desc id="${id}-description">${escapeHtml(description)}</desc>`,
    beside(frame, content.format),
    below(frame, content.labels),
    content.marks,
    '</svg>',
  ].join('');
