import { describe, expect, it } from 'vitest';
import { intervalChart } from '../../../src/transports/charts/interval-chart.ts';

const point = (value: number | null, half = 1) => ({
  label: '2026-10-01',
  value,
  low: value === null ? null : value - half,
  high: value === null ? null : value + half,
});
const draw = (points: ReturnType<typeof point>[]): string =>
  intervalChart({
    id: 'm',
    title: 'A <metric>',
    description: 'What it says.',
    points,
    format: (value) => value.toFixed(0),
  });
const coordinates = (svg: string): number[] =>
  [...svg.matchAll(/(?:x1|x2|y1|y2)="([^"]*)"/gu)].map((match) => Number(match[1]));

describe('intervalChart', () => {
  it('names itself for those who do not see it', () => {
    const svg = draw([point(3), point(5)]);
    expect(svg).toContain('role="img" aria-labelledby="m-title m-description"');
    expect(svg).toContain('<title id="m-title">A &lt;metric&gt;</title>');
    expect(svg).toContain('<desc id="m-description">What it says.</desc>');
  });

  it('draws a mark and an interval for each value, and skips what is missing', () => {
    const svg = draw([point(3), point(null), point(5)]);
    expect(svg.match(/class="value"/gu)).toHaveLength(2);
    expect(svg.match(/class="interval"/gu)).toHaveLength(6);
  });

  it.each([
    ['a single point', [point(3)]],
    ['only zeros', [point(0, 0), point(0, 0)]],
    ['negative values', [point(-5), point(5)]],
  ])('stays inside its frame with %s', (_, points) => {
    for (const coordinate of coordinates(draw(points))) {
      expect(coordinate).toBeGreaterThanOrEqual(0);
      expect(coordinate).toBeLessThanOrEqual(640);
    }
  });

  it('is empty without a value', () => {
    expect(draw([point(null)])).toBe('');
    expect(draw([])).toBe('');
  });
});
