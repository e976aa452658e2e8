import { line, symbol, symbolCircle, symbolDiamond } from 'd3-shape';
import type { ControlChart } from '../../domain/metrics/control-chart.ts';
import { across, bandAcross, type ChartWords, framed, frameOf, px } from './chart-frame.ts';

const INSIDE = symbol().type(symbolCircle).size(56)() ?? '';
const OUTSIDE = symbol().type(symbolDiamond).size(150)() ?? '';

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/**
 * The primary chart as an SVG: a share per 25 tasks between its exact limits. What lies outside is told by its shape, not by
 * its colour alone; the points that make the centre are hollow. Empty before the first point.
 */
export const limitsChart = (
  { centre, points }: ControlChart,
  { muted, ...words }: ChartWords & { readonly muted?: boolean },
): string => {
  const [first] = points;
  if (centre === null || first === undefined) return '';
  const frame = frameOf(points.length, [0, 1], false);
  // Where all points make the centre none of them is apart.
  const allUsual = points.every(({ baseline }) => baseline);
  const course = line<{ value: number }>()
    .x((_, index) => frame.x(index) ?? 0)
    .y(({ value }) => frame.y(value))
    .digits(1);
  const marks = points.map(({ value, outside, baseline }, index) => {
    const place = `translate(${px(frame.x(index))},${px(frame.y(value))})`;
    const kind = baseline && !allUsual ? 'usual' : 'value';
    return `<path class="${outside ? 'signal' : kind}" transform="${place}" d="${outside ? OUTSIDE : INSIDE}"/>`;
  });
  return framed(words, frame, {
    labels: points.map(({ from }) => from.slice(0, 10)),
    format: percent,
    marks: [
      bandAcross(frame, first.low, first.high, 'band'),
      across(frame, first.low, 'limit'),
      across(frame, first.high, 'limit'),
      across(frame, centre, 'centre'),
      `<path class="course" d="${course(points) ?? ''}"/>`,
      ...marks,
    ].join(''),
    ...(muted === undefined ? {} : { muted }),
  });
};
