import { describe, expect, it } from 'vitest';
import { baselineOf, drift } from '../../../src/domain/metrics/drift.ts';
import { at, clean, counted, NOW, tasks } from '../../support/histories.ts';

const failing = (every: number) => (i: number) => (i % every === 0 ? {} : { outcomes: [clean] });
const first = tasks(50, failing(10)).map(counted);
const later = (count: number, every: number) =>
  tasks(count, failing(every), 'later')
    .map((spec) => ({ ...spec, start: (spec.start ?? 0) + 3_000 }))
    .map(counted);

describe('baselineOf', () => {
  it('is the share of failures in the first 50 mature tasks, and none before', () => {
    expect(baselineOf(first, NOW)).toEqual({ failures: 0.1, until: at(49 * 60) });
    expect(baselineOf(first.slice(1), NOW)).toBeNull();
    expect(baselineOf([...first, ...later(50, 1)].reverse(), NOW)?.failures).toBe(0.1);
  });
});

describe('drift', () => {
  const baseline = baselineOf(first, NOW);

  it('is silent while the process stands', () => {
    expect(drift([...first, ...later(100, 10)], baseline, NOW)).toMatchObject({
      alarm: false,
      since: null,
      baseline: 0.1,
    });
  });

  it('alarms when failures grow, and says since when', () => {
    const found = drift([...first, ...later(100, 3)], baseline, NOW);
    expect(found.alarm).toBe(true);
    expect(found.statistic).toBeGreaterThanOrEqual(found.threshold);
    expect(found.since).toBe(at(3_000));
    expect(found.threshold).toBeCloseTo(4.03, 1);
  });

  it('watches nothing without a baseline', () => {
    expect(drift(first, null, NOW)).toMatchObject({ alarm: false, statistic: 0, since: null, baseline: null });
  });

  it('keeps the baseline within 0.02 and 0.60', () => {
    expect(drift([], { failures: 0, until: at(0) }, NOW).baseline).toBe(0.02);
    expect(drift([], { failures: 1, until: at(0) }, NOW).baseline).toBe(0.6);
  });
});
