import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Trends } from '../../../src/domain/metrics/trends.ts';
import { renderTrends } from '../../../src/transports/cli/render-trends.ts';
import { at, clean, DAY, tasks } from '../../support/histories.ts';
import { trendsOf } from '../../support/trends.ts';

const look = { paint: pc.createColors(false), columns: 80 };
const daily = tasks(60, (i) => ({
  start: (i * DAY) / 2,
  unplanned: i % 3 === 0 ? 1 : 0,
  outcomes: i % 5 === 0 ? [] : [clean],
}));
const linesOf = (trends: Trends): string[] => renderTrends(trends, look).split('\n');

describe('renderTrends', () => {
  it('says the verdict first', () => {
    expect(linesOf(trendsOf(daily))[0]).toBe('No detectable change: a sentence.');
  });

  it('gives every metric with its interval, its n and its change', () => {
    const text = renderTrends(trendsOf(daily), look);
    expect(text).toMatch(/Completion, no rewrite +80\.0 % +68\.2 to 88\.2 % +60 +0\.0 \(−\d+\.\d to \+\d+\.\d\)/u);
    expect(text).toMatch(/Interventions \/ 100 runs +33\.3 +\d+\.\d to \d+\.\d +60/u);
    expect(text).toMatch(/by week, oldest first\nCompletion, no rewrite +[▁-█ ]+\n/u);
  });

  it('fits into 80 columns but for its sentences, and holds no colour without one', () => {
    const table = linesOf(trendsOf(daily)).filter((line) => /^(metric|[A-Z][^:.]+ {2})/u.test(line));
    expect(table.length).toBeGreaterThan(11);
    for (const line of table) expect(line.length).toBeLessThanOrEqual(80);
    expect(renderTrends(trendsOf(daily), look)).not.toContain('\u001b');
  });

  it('colours by direction where there are colours', () => {
    const colourful = { ...look, paint: pc.createColors(true) };
    const verdict = { direction: 'worsening', text: 'Worsening.' } as const;
    expect(renderTrends(trendsOf(daily, 'week', { verdict }), colourful)).toContain('\u001b[31mWorsening.');
  });

  it('draws the primary chart with its limits, whatever the bucket', () => {
    const text = renderTrends(trendsOf(daily, 'week'), look);
    expect(text).toContain('a point per 25 mature tasks');
    expect(text).toContain('┄');
    expect(text).toContain('all 2 points lie within the exact limits');
    const young = renderTrends(trendsOf(daily.slice(0, 9), 'week'), look);
    expect(young).toContain('no point yet, 9 of 25 tasks.');
    expect(young).not.toContain('┄');
  });

  it('tells of an alarm, and of the lift when there are arms', () => {
    const estimate = { value: 0.1, n: 40, low: -0.1, high: 0.3, method: '' };
    const text = renderTrends(
      trendsOf(daily, 'week', {
        drift: { alarm: true, statistic: 5.1, threshold: 4.57, since: at(0), baseline: 0.2, baseline_n: 200 },
        lift: {
          completion_without_rewrite: estimate,
          interventions_per_100_runs: estimate,
          minutes_to_resolution_ratio: estimate,
          crude_completion_without_rewrite: estimate,
          tokens_per_avoided_repeat: estimate,
        },
      }),
      look,
    );
    expect(text).toContain('Drift: ALARM, failures rose from 2026-10-01 on (statistic 5.10, threshold 4.57');
    expect(text).toContain('Memory against holdout: completion +10.0 (95 % −10.0 to +30.0, n = 40) points');
  });

  it('says of an empty window that there is nothing, not NaN, and lets no stored name reach the terminal as a command', () => {
    const text = renderTrends(trendsOf([], 'week', { project: 'app\u001b[2J' }), look);
    expect(text).not.toMatch(/NaN|undefined|null/u);
    expect(text).not.toContain('\u001b');
    expect(text).toMatch(/Completion, no rewrite +– +– +0/u);
  });
});
