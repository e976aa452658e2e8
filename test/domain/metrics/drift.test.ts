import { describe, expect, it } from 'vitest';
import { baselineOf, baselineOfWindow, drift } from '../../../src/domain/metrics/drift.ts';
import { at, clean, counted, NOW, tasks } from '../../support/histories.ts';

const failing = (every: number) => (i: number) => (i % every === 0 ? {} : { outcomes: [clean] });
const first = tasks(50, failing(10)).map(counted);
const later = (count: number, every: number) =>
  tasks(count, failing(every), 'later')
    .map((spec) => ({ ...spec, start: (spec.start ?? 0) + 3_000 }))
    .map(counted);

describe('baselineOf', () => {
  it('is the share of failures in the first 50 mature tasks, and none before', () => {
    expect(baselineOf(first, NOW)).toEqual({ failures: 0.1, n: 50, until: at(49 * 60) });
    expect(baselineOf(first.slice(1), NOW)).toBeNull();
    expect(baselineOf([...first, ...later(50, 1)].reverse(), NOW)?.failures).toBe(0.1);
  });

  it('grows to 100 and 200 once as many are left to be watched', () => {
    const sizeOf = (count: number) => baselineOf(tasks(count, failing(10)).map(counted), NOW)?.n;
    expect([199, 200, 399, 400, 600].map(sizeOf)).toEqual([50, 100, 100, 200, 200]);
  });
});

describe('baselineOfWindow', () => {
  it('takes what a lead locked, from 20 mature tasks on', () => {
    expect(baselineOfWindow(first.slice(0, 20), at(9_000), NOW)).toEqual({ failures: 0.1, n: 20, until: at(9_000) });
    expect(baselineOfWindow(first.slice(0, 19), at(9_000), NOW)).toBeNull();
  });
});

describe('drift', () => {
  const baseline = baselineOf(first, NOW);

  it('is silent while the process stands', () => {
    expect(drift([...first, ...later(100, 10)], baseline, NOW)).toMatchObject({
      alarm: false,
      since: null,
      baseline: 0.1,
      baseline_n: 50,
    });
  });

  it('alarms when failures grow, and says since when', () => {
    const found = drift([...first, ...later(100, 3)], baseline, NOW);
    expect(found.alarm).toBe(true);
    expect(found.statistic).toBeGreaterThanOrEqual(found.threshold);
    expect(found.since).toBe(at(3_000));
  });

  it('asks for more evidence the less its baseline is known', () => {
    const thresholdOf = (n: number) => drift([], { failures: 0.1, n, until: at(0) }, NOW).threshold;
    expect(thresholdOf(50)).toBeGreaterThan(thresholdOf(100));
    expect(thresholdOf(100)).toBeGreaterThan(thresholdOf(200));
    expect(Math.abs(thresholdOf(100_000) - 4.03)).toBeLessThan(0.1);
  });

  it('watches nothing without a baseline', () => {
    expect(drift(first, null, NOW)).toMatchObject({ alarm: false, statistic: 0, since: null, baseline: null });
  });

  it('keeps the baseline within 0.02 and 0.60', () => {
    expect(drift([], { failures: 0, n: 50, until: at(0) }, NOW).baseline).toBe(0.02);
    expect(drift([], { failures: 1, n: 50, until: at(0) }, NOW).baseline).toBe(0.6);
  });
});
