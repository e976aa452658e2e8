import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlChart, FEWEST_BASELINE_POINTS } from '../../../src/domain/metrics/control-chart.ts';
import { at, clean, counted, NOW, tasks } from '../../support/histories.ts';

const chartOf = (count: number, fails: (index: number) => boolean, from = at(0)) =>
  controlChart({ tasks: tasks(count, (i) => (fails(i) ? {} : { outcomes: [clean] })).map(counted), now: NOW }, from);

describe('controlChart', () => {
  it('has a point per 25 mature tasks, with the exact limits of 25', () => {
    const found = chartOf(60, (i) => i % 5 === 0);
    expect(found).toMatchObject({ centre: 0.8, waiting: 10 });
    expect(found.points).toHaveLength(2);
    expect(found.points[0]).toEqual({
      from: at(0),
      to: at(24 * 60),
      n: 25,
      value: 0.8,
      low: 0.52,
      high: 1,
      outside: false,
      baseline: true,
    });
  });

  it('takes its centre from before the window where that holds enough points, so that a change inside is seen', () => {
    const found = chartOf(475, (i) => (i < 425 ? i % 5 === 0 : i % 5 !== 0), at(375 * 60));
    expect(found.centre).toBe(0.8);
    expect(found.points.filter(({ baseline }) => baseline)).toHaveLength(FEWEST_BASELINE_POINTS);
    expect(found.points.filter(({ outside }) => outside).map(({ from }) => from)).toEqual([at(425 * 60), at(450 * 60)]);
  });

  it('takes all points where there are fewer before, and at most 20', () => {
    const few = chartOf(200, (i) => i % 5 === 0, at(100 * 60));
    expect(few.points.every(({ baseline }) => baseline)).toBe(true);
    const many = chartOf(700, (i) => i % 5 === 0, at(600 * 60));
    expect(many.points.filter(({ baseline }) => baseline)).toHaveLength(20);
  });

  it('has no point and no centre before 25 tasks', () => {
    expect(chartOf(24, () => false)).toEqual({ centre: null, points: [], waiting: 24 });
    expect(chartOf(0, () => false)).toEqual({ centre: null, points: [], waiting: 0 });
  });

  it('counts every mature task once, and its limits hold their centre', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 120 }), (fails) => {
        const { points, waiting, centre } = chartOf(fails.length, (i) => fails[i] ?? false);
        expect(points.length * 25 + waiting).toBe(fails.length);
        for (const { low, high } of points) {
          expect(low).toBeLessThanOrEqual(centre ?? 0);
          expect(high).toBeGreaterThanOrEqual(centre ?? 0);
        }
      }),
    );
  });
});
