import { describe, expect, it } from 'vitest';
import { series } from '../../../src/domain/metrics/series.ts';
import { at, clean, cohortOf, DAY, tasks } from '../../support/histories.ts';

const from = '2026-10-01T00:00:00.000Z';
const to = '2026-10-31T00:00:00.000Z';
const daily = cohortOf(tasks(28, (i) => ({ start: i * DAY, outcomes: [clean] })));

describe('series', () => {
  it.each([
    ['day', 30],
    ['week', 5],
    ['month', 1],
  ] as const)('cuts a window into each %s, cut by its ends, without losing a task', (bucket, count) => {
    const points = series(daily, from, to, bucket);
    expect(points).toHaveLength(count);
    expect(points[0]?.from).toBe(from);
    expect(points.at(-1)?.to).toBe(to);
    expect(points.reduce((sum, point) => sum + point.tasks, 0)).toBe(28);
    points.slice(1).forEach((point, i) => {
      expect(point.from).toBe(points[i]?.to);
    });
  });

  it('begins weeks on Monday', () => {
    expect(series(daily, from, to, 'week')[1]?.from).toBe('2026-10-05T00:00:00.000Z');
  });

  it('makes a point of 25 mature tasks, the last of what is left', () => {
    const young = { id: 'young', start: 29 * DAY };
    const cohort = { ...daily, tasks: [...daily.tasks, ...cohortOf([young]).tasks] };
    const points = series({ ...cohort, now: at(30 * DAY) }, from, to, '25_tasks');
    expect(points.map((point) => point.tasks)).toEqual([25, 3]);
  });

  it('says nothing of a bucket without tasks, and is empty without any', () => {
    const [point] = series(cohortOf([{ id: 'a' }]), from, to, 'month');
    expect(point).not.toHaveProperty('repeat_correction_rate');
    expect(series(cohortOf([]), from, to, 'day')).toEqual([]);
  });
});
