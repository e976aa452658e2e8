import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../../src/domain/estimate.ts';
import { trendVerdict, type VerdictFacts } from '../../../src/domain/metrics/verdict.ts';

const between = (low: number | null, high: number | null): Estimate => ({
  value: low === null || high === null ? 0 : (low + high) / 2,
  n: 400,
  low,
  high,
  method: 'given',
});
const facts = (interventions: Estimate, completion: Estimate, more: Partial<VerdictFacts> = {}): VerdictFacts => ({
  change: { interventions_per_100_runs: interventions, completion_without_rewrite: completion },
  coverage: { value: 0.95, n: 200, low: 0.9, high: 0.98, method: 'given' },
  fewest: 200,
  runs: { now: 212, before: 198 },
  abandoned: 0,
  ...more,
});
const direction = (...given: Parameters<typeof facts>) => trendVerdict(facts(...given)).direction;

describe('trendVerdict', () => {
  it.each([
    ['improving', between(-9, -1), between(-0.1, 0.1)],
    ['worsening', between(-9, -1), between(-0.3, -0.1)],
    ['worsening', between(1, 9), between(0.1, 0.3)],
    ['worsening', between(-5, 5), between(-0.3, -0.1)],
    ['no_change', between(-5, 5), between(0.1, 0.3)],
    ['no_change', between(null, null), between(null, null)],
  ] as const)('is %s', (expected, interventions, completion) => {
    expect(direction(interventions, completion)).toBe(expected);
  });

  it('refuses below 20, then below 90 % coverage, before anything else', () => {
    const low = { value: 0.89, n: 100, low: 0.8, high: 0.95, method: 'given' };
    expect(direction(between(-9, -1), between(0, 0), { fewest: 19, coverage: low })).toBe('too_few');
    expect(direction(between(-9, -1), between(0, 0), { coverage: low })).toBe('coverage_too_low');
  });

  it('says the numbers in one sentence, with n and interval', () => {
    const { text } = trendVerdict(facts(between(-9, -1), between(-0.04, 0.07)));
    expect(text).toBe(
      'Improving: −5.0 interventions per 100 runs, 95 % −9.0 to −1.0; 212 runs against 198 before; completion +1.5 points, 95 % −4.0 to +7.0.',
    );
  });

  it('warns when more than a tenth was abandoned', () => {
    const text = (abandoned: number) => trendVerdict(facts(between(-5, 5), between(0, 0), { abandoned })).text;
    expect(text(0.1)).not.toContain('abandoned');
    expect(text(0.14)).toContain('14 % of the tasks were abandoned');
  });
});
