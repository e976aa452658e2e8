import { describe, expect, it } from 'vitest';
import { trialFigures } from '../../../src/domain/metrics/trial-figures.ts';
import { type TrialFacts, trialVerdict } from '../../../src/domain/metrics/trial-verdict.ts';
import { clean, cohortOf, type HistorySpec, tasks } from '../../support/histories.ts';

const arms = (count: number, spec: (arm: 'memory' | 'holdout', pair: number) => Partial<HistorySpec>): HistorySpec[] =>
  tasks(count, (index) => {
    const arm = index % 2 === 0 ? 'memory' : 'holdout';
    return { arm, outcomes: [clean], ...spec(arm, Math.floor(index / 2)) };
  });
const judge = (specs: readonly HistorySpec[], change: Partial<TrialFacts> = {}) =>
  trialVerdict({ figures: trialFigures(cohortOf(specs)), margin: 10, incidents: [], ...change });

const helps = arms(400, (arm, pair) =>
  arm === 'memory' || pair % 2 === 0 ? {} : { outcomes: [{ outcome: 'failed' }], unplanned: 1 },
);

describe('the verdict of a trial', () => {
  it('keeps what raises completion within the margin', () => {
    const verdict = judge(helps);
    expect(verdict.decision).toBe('keep');
    expect(verdict.reasons[0]).toMatch(/^Completion rose by at least \d+\.\d points\.$/u);
  });

  it('keeps what makes tasks faster within the margin', () => {
    const faster = arms(400, (arm, pair) => ({
      outcomes: [{ ...clean, after: (arm === 'memory' ? 10 : 30) + (pair % 7) }],
    }));
    expect(judge(faster)).toMatchObject({
      decision: 'keep',
      reasons: [expect.stringContaining('times as long'), expect.stringContaining('margin of 10.0')],
    });
  });

  it('holds the one-sided bound against the margin, as its number of tasks is planned for', () => {
    const { lift, interventions_for_margin: bound } = trialFigures(cohortOf(helps));
    expect(bound?.method).toContain('90 %');
    expect(bound?.value).toBe(lift?.interventions_per_100_runs.value);
    expect(bound?.high).toBeLessThan(lift?.interventions_per_100_runs.high ?? 0);
    expect(trialFigures(cohortOf([])).interventions_for_margin).toBeNull();
  });

  it('is inconclusive without a shown gain, however safe', () => {
    const same = arms(400, (_, pair) => ({ outcomes: [{ ...clean, after: 30 + (pair % 5) }] }));
    expect(judge(same)).toEqual({
      decision: 'inconclusive',
      reasons: ['Neither a gain in completion nor in time to resolution is shown.'],
    });
  });

  it('is inconclusive when the loss could pass the margin, or coverage is too low', () => {
    const costly = arms(60, (arm, pair) => ({
      outcomes: [arm === 'memory' || pair % 2 === 0 ? clean : { outcome: 'failed' }],
      unplanned: arm === 'memory' && pair % 5 === 0 ? 1 : 0,
    }));
    expect(judge(costly).reasons).toEqual([expect.stringContaining('could be up to')]);
    const uncovered = helps.map((spec, index) => (index % 8 === 0 ? { ...spec, outcomes: [] } : spec));
    expect(judge(uncovered).reasons).toEqual([expect.stringContaining('Only 87 % of the mature tasks')]);
  });

  it('rolls back when memory costs more than the margin for certain', () => {
    const worse = arms(100, (arm, pair) => ({ unplanned: arm === 'memory' && pair % 2 === 0 ? 2 : 0 }));
    expect(judge(worse)).toMatchObject({
      decision: 'roll_back',
      reasons: [expect.stringContaining('interventions per 100 runs more')],
    });
  });

  it('rolls back on an incident, whatever the numbers', () => {
    expect(judge(helps, { incidents: ['foreign_lesson'] })).toEqual({
      decision: 'roll_back',
      reasons: ["An incident was recorded: a project read another's lessons."],
    });
  });

  it('never judges fewer than 20 mature tasks an arm, or an arm without tasks', () => {
    expect(judge(helps.slice(0, 38)).decision).toBe('inconclusive');
    expect(judge([])).toMatchObject({ decision: 'inconclusive' });
    const alone = helps.filter((spec) => spec.arm === 'memory');
    expect(judge(alone).reasons.join(' ')).toContain('200 with memory, 0 without');
    expect(judge(alone).reasons.join(' ')).toContain('any number more');
  });
});
