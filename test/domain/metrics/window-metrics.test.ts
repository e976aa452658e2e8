import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../../src/domain/estimate.ts';
import { countedTask } from '../../../src/domain/metrics/counted-task.ts';
import { windowMetrics } from '../../../src/domain/metrics/window-metrics.ts';
import { OUTCOME_SOURCES, OUTCOMES } from '../../../src/domain/outcome.ts';
import { RECALL_DECISIONS, RECALL_PATHS } from '../../../src/domain/recall.ts';
import { VERDICTS } from '../../../src/domain/verdict.ts';
import { cohortOf, type HistorySpec, history } from '../../support/histories.ts';

const few = fc.integer({ min: 0, max: 3 });
const spec: fc.Arbitrary<Omit<HistorySpec, 'id'>> = fc.record({
  start: fc.integer({ min: 0, max: 40_000 }),
  runs: fc.integer({ min: 1, max: 3 }),
  unplanned: few,
  planned: few,
  looped: fc.boolean(),
  outcomes: fc.array(
    fc.record({
      outcome: fc.constantFrom(...OUTCOMES),
      source: fc.constantFrom(...OUTCOME_SOURCES),
      after: fc.integer({ min: 0, max: 5_000 }),
    }),
    { maxLength: 3 },
  ),
  recalls: fc.array(
    fc.record({
      path: fc.constantFrom(...RECALL_PATHS),
      decision: fc.constantFrom(...RECALL_DECISIONS),
      shown: fc.uniqueArray(fc.constantFrom('les_1', 'les_2'), { maxLength: 2 }),
      tokens: fc.integer({ min: 0, max: 900 }),
    }),
    { maxLength: 3 },
  ),
  verdicts: fc.array(fc.record({ lesson: fc.constantFrom('les_1', 'les_2'), verdict: fc.constantFrom(...VERDICTS) }), {
    maxLength: 2,
  }),
  corrections: fc.array(fc.constantFrom({}, { why: 'missed' as const }, { why: 'unreviewed' as const }), {
    maxLength: 2,
  }),
});
const specs = fc
  .array(spec, { maxLength: 12 })
  .map((all) => all.map((one, index): HistorySpec => ({ id: String(index), ...one })));

const expectSound = ({ value, n, low, high }: Estimate): void => {
  for (const number of [value, n, low, high]) expect(number).not.toBeNaN();
  if (value === null) return;
  expect(low ?? value).toBeLessThanOrEqual(value + 1e-9);
  expect(high ?? value).toBeGreaterThanOrEqual(value - 1e-9);
};

describe('windowMetrics', () => {
  it('is never NaN, and every interval contains its value', () => {
    fc.assert(
      fc.property(specs, (given) => {
        for (const estimate of Object.values(windowMetrics(cohortOf(given)))) expectSound(estimate);
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order in which the facts of a task arrived', () => {
    fc.assert(
      fc.property(specs, (given) => {
        const backwards = given.map(history).map((one) => ({
          ...one,
          outcomes: [...one.outcomes].reverse(),
          recalls: [...one.recalls].reverse(),
          verdicts: [...one.verdicts].reverse(),
          corrections: [...one.corrections].reverse(),
          interventions: [...one.interventions].reverse(),
        }));
        expect(windowMetrics({ ...cohortOf([]), tasks: backwards.map(countedTask) })).toEqual(
          windowMetrics(cohortOf(given)),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('has values for a single run and for none at all', () => {
    expect(windowMetrics(cohortOf([{ id: 'a' }])).interventions_per_100_runs).toMatchObject({ value: 0, n: 1 });
    for (const { value, n } of Object.values(windowMetrics(cohortOf([])))) expect([value, n]).toEqual([null, 0]);
  });
});
