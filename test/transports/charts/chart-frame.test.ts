import { describe, expect, it } from 'vitest';
import { framed, frameOf } from '../../../src/transports/charts/chart-frame.ts';

const draw = (labels: string[], format: (value: number) => string): string =>
  framed({ id: 'a', title: 't', description: 'd' }, frameOf(labels.length, [0, 1]), { labels, format, marks: '' });

describe('a chart', () => {
  it('writes ticks without decimals that none of them needs', () => {
    const svg = draw(['a'], (value) => `${(100 * value).toFixed(1)} %`);
    expect(svg).toContain('>100 %</text>');
    expect(svg).not.toContain('.0 %');
    expect(draw(['a'], (value) => (value / 8).toFixed(2))).toContain('>0.03</text>');
  });

  it('keeps few labels below, every second of them for wide screens only', () => {
    const svg = draw(
      Array.from({ length: 30 }, (_, i) => `day${i}`),
      String,
    );
    expect(svg.match(/>day\d+</gu)).toEqual(['>day0<', '>day5<', '>day10<', '>day15<', '>day20<', '>day25<']);
    expect(svg.match(/class="minor"/gu)).toHaveLength(3);
  });

  it('lets no label become an element', () => {
    expect(draw(['<b>'], String)).not.toContain('<b>');
  });
});
