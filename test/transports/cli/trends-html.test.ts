import { describe, expect, it } from 'vitest';
import { trendsHtml } from '../../../src/transports/cli/trends-html.ts';
import { clean, DAY, tasks } from '../../support/histories.ts';
import { trendsOf } from '../../support/trends.ts';

const daily = tasks(60, (i) => ({ start: (i * DAY) / 2, outcomes: i % 5 === 0 ? [] : [clean] }));

describe('trendsHtml', () => {
  const page = trendsHtml(trendsOf(daily));

  it('says the verdict first, then every metric with its interval and n', () => {
    expect(page.indexOf('<h1>No detectable change: a sentence.</h1>')).toBeGreaterThan(0);
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
    expect(charts).toBeGreaterThan(3);
    expect(page.match(/<caption>[^<]+ by week<\/caption>/gu)).toHaveLength(charts);
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
});
