import { describe, expect, it } from 'vitest';
import { trendsHtml } from '../../../src/transports/cli/trends-html.ts';
import { clean, DAY, tasks } from '../../support/histories.ts';
import { trendsOf } from '../../support/trends.ts';

const daily = tasks(60, (i) => ({ start: (i * DAY) / 2, outcomes: i % 5 === 0 ? [] : [clean] }));

describe('trendsHtml', () => {
  const page = trendsHtml(trendsOf(daily));

  it('says the verdict first, then every metric with its interval and n', () => {
    expect(page.indexOf('<h1 class="verdict no_change">No detectable change: a sentence.</h1>')).toBeGreaterThan(0);
    expect(page).toContain(
      '<th scope="row">Completion, no rewrite</th><td>80.0 %</td><td>68.2 to 88.2 %</td><td>60</td>',
    );
    expect(page).toContain('Outcome coverage');
  });

  it('stands alone: no script, nothing to load', () => {
    expect(page).not.toMatch(/<script|https?:|url\(|@import|<link|<img/u);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('has a table with the same numbers under each chart', () => {
    const charts = page.match(/<svg /gu)?.length ?? 0;
    expect(charts).toBe(3);
    expect(page.match(/<caption>[^<]+ (?:by week|a row per point)<\/caption>/gu)).toHaveLength(charts);
    expect(page).not.toMatch(/NaN|undefined|Infinity/u);
  });

  it('opens and closes every element', () => {
    const open: string[] = [];
    for (const [, slash, name, self] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/gu)) {
      if (self === '/' || name === 'meta') continue;
      if (slash === '/') expect(open.pop()).toBe(name);
      else open.push(name ?? '');
    }
    expect(open).toEqual([]);
  });

  it('lets no name become an element', () => {
    expect(trendsHtml(trendsOf([], 'week', { project: '<script>alert(1)</script>' }))).not.toContain('<script');
  });

  it('draws grey and says so when too few outcomes are confirmed', () => {
    const coverage = { value: 0.5, n: 60, low: 0.4, high: 0.6, method: 'Wilson 95 %' };
    const grey = trendsHtml(trendsOf(daily, 'week', { coverage }));
    expect(grey.match(/class="chart muted"/gu)).toHaveLength(3);
    expect(grey).toContain('Drawn grey: fewer than 90 %');
    expect(page).not.toContain('class="chart muted"');
  });

  it('shows an alarm, and since when', () => {
    const drift = {
      alarm: true,
      statistic: 5,
      threshold: 4.57,
      since: '2026-10-09T00:00:00.000Z',
      baseline: 0.2,
      baseline_n: 200,
    };
    const alarmed = trendsHtml(trendsOf(daily, 'week', { drift }));
    expect(alarmed).toContain('<p class="alarm">Drift: ALARM, failures rose from 2026-10-09 on');
    expect(page).not.toContain('class="alarm"');
  });

  it('says how many tasks are missing where there is no point yet', () => {
    expect(trendsHtml(trendsOf(tasks(7, () => ({}))))).toContain('no point yet, 7 of 25 tasks.');
  });
});
