import { describe, expect, it } from 'vitest';
import { METRIC_WORDS } from '../../../../src/transports/cli/metric-words.ts';
import { renderInterventionTrends } from '../../../../src/transports/mcp/render/intervention-trends.ts';
import { clean, tasks } from '../../../support/histories.ts';
import { trendsOf } from '../../../support/trends.ts';

describe('renderInterventionTrends', () => {
  it('begins with the verdict and gives every number with its n', () => {
    const text = renderInterventionTrends(trendsOf(tasks(10, () => ({ outcomes: [clean] }))));
    expect(text).toMatch(/^No detectable change: a sentence\.\nProject app, /u);
    for (const { label } of Object.values(METRIC_WORDS)) expect(text).toContain(`- ${label}: `);
    expect(text).toMatch(/Completion, no rewrite: 100\.0 % \(n 10, 95 % interval [\d.]+ to 100\.0 %\)/u);
    expect(text).toContain('No comparison with tasks that ran without memory.');
  });

  it('says that nothing is known yet, and raises an alarm', () => {
    const drift = {
      alarm: true,
      statistic: 6,
      threshold: 5,
      since: '2026-10-05T00:00:00.000Z',
      baseline: 0.1,
      baseline_n: 200,
    };
    const text = renderInterventionTrends(trendsOf([], 'week', { drift, workflow: 'bugfix' }));
    expect(text).toContain('no value yet (n 0)');
    expect(text).toContain('workflow bugfix');
    expect(text).toContain('Failures have risen since 2026-10-05T00:00:00.000Z.');
  });
});
