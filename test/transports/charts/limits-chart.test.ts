import { describe, expect, it } from 'vitest';
import { controlChart } from '../../../src/domain/metrics/control-chart.ts';
import { limitsChart } from '../../../src/transports/charts/limits-chart.ts';
import { at, clean, counted, NOW, tasks } from '../../support/histories.ts';

const WORDS = { id: 'c', title: 'A <title>', description: 'What it shows.' };
const chartOf = (count: number, fails: (index: number) => boolean) =>
  controlChart(
    { tasks: tasks(count, (i) => (fails(i) ? {} : { outcomes: [clean] })).map(counted), now: NOW },
    at(375 * 60),
  );

describe('limitsChart', () => {
  it('draws a mark a point, hollow where it makes the centre, a diamond outside', () => {
    const svg = limitsChart(
      chartOf(450, (i) => (i < 425 ? i % 5 === 0 : i % 5 !== 0)),
      WORDS,
    );
    expect(svg.match(/class="usual"/gu)).toHaveLength(15);
    expect(svg.match(/class="value"/gu)).toHaveLength(2);
    expect(svg.match(/class="signal"/gu)).toHaveLength(1);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/u);
  });

  it('names itself, and turns grey where its numbers are no ground for a judgement', () => {
    const found = chartOf(50, (i) => i % 5 === 0);
    const svg = limitsChart(found, WORDS);
    expect(svg).toContain('<title id="c-title">A &lt;title&gt;</title><desc id="c-description">What it shows.</desc>');
    expect(svg).not.toContain('muted');
    expect(limitsChart(found, { ...WORDS, muted: true })).toContain('class="chart muted"');
    expect(svg, 'no point is hollow where all make the centre').not.toContain('class="usual"');
  });

  it.each([0, 24])('is empty with %d tasks', (count) => {
    expect(
      limitsChart(
        chartOf(count, () => false),
        WORDS,
      ),
    ).toBe('');
  });

  it.each([true, false])('stays inside its frame when all fail alike: %s', (fails) => {
    const svg = limitsChart(
      chartOf(75, () => fails),
      WORDS,
    );
    expect(svg).not.toMatch(/NaN|-\d+\.\d" (?:x|y)/u);
  });
});
