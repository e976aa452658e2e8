import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedTask } from '../../../src/domain/metrics/counted-task.ts';
import { OUTCOME_SOURCES, OUTCOMES } from '../../../src/domain/outcome.ts';
import { RECALL_DECISIONS, RECALL_PATHS } from '../../../src/domain/recall.ts';
import { VERDICTS } from '../../../src/domain/verdict.ts';
import { at, clean, type HistorySpec, history } from '../../support/histories.ts';

const lesson = fc.constantFrom('les_1', 'les_2', 'les_3');
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 4 });
const specs: fc.Arbitrary<HistorySpec> = fc.record({
  id: fc.constant('a'),
  runs: fc.integer({ min: 1, max: 3 }),
  unplanned: fc.integer({ min: 0, max: 3 }),
  planned: fc.integer({ min: 0, max: 3 }),
  outcomes: some(
    fc.record({
      outcome: fc.constantFrom(...OUTCOMES),
      source: fc.constantFrom(...OUTCOME_SOURCES),
      after: fc.constantFrom(10, 20, 30),
      fallback_used: fc.boolean(),
    }),
  ),
  recalls: some(
    fc.record({
      path: fc.constantFrom(...RECALL_PATHS),
      decision: fc.constantFrom(...RECALL_DECISIONS),
      shown: some(lesson),
      tokens: fc.integer({ min: 0, max: 500 }),
    }),
  ),
  verdicts: some(
    fc.record({ lesson, verdict: fc.constantFrom(...VERDICTS), source: fc.constantFrom(...OUTCOME_SOURCES) }),
  ),
});

describe('countedTask', () => {
  it('holds what every metric asks of a task', () => {
    const counted = countedTask(
      history({
        id: 'a',
        runs: 2,
        unplanned: 2,
        planned: 1,
        outcomes: [clean, { outcome: 'failed', source: 'agent', fallback_used: true }],
        recalls: [
          { shown: ['les_1', 'les_2'], tokens: 100 },
          { path: 'lexical', decision: 'abstain', tokens: 20 },
        ],
        verdicts: [{ lesson: 'les_1', verdict: 'helpful' }],
        corrections: [{ why: 'missed' }],
        looped: true,
      }),
    );
    expect(counted).toMatchObject({
      runs: 2,
      runsSteppedIn: 1,
      runsFallenBack: 1,
      unplanned: 2,
      planned: 1,
      looped: true,
      confirmed: { outcome: 'completed_clean', clean: true, atMs: Date.parse(at(30)) },
      agentSays: 'failed',
      recalls: ['hybrid', 'lexical'],
      abstained: 1,
      wronglyAbstained: 1,
      tokens: 120,
      judged: 1,
      helpful: 1,
      harmful: 0,
    });
    expect(counted.shown.map(({ candidates }) => candidates.map((one) => one.lesson_id))).toEqual([['les_1', 'les_2']]);
  });

  it('is the same in whatever order facts arrived, and never counts more runs than there are', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const facts = history(spec);
        const turned = {
          ...facts,
          recalls: facts.recalls.toReversed(),
          outcomes: facts.outcomes.toReversed(),
          verdicts: facts.verdicts.toReversed(),
          interventions: facts.interventions.toReversed(),
        };
        const [one, other] = [countedTask(facts), countedTask(turned)];
        expect({ ...other, recalls: other.recalls.toReversed(), shown: other.shown.toReversed() }).toEqual(one);
        expect(Math.max(one.runsSteppedIn, one.runsFallenBack)).toBeLessThanOrEqual(one.runs);
        expect(one.helpful + one.harmful).toBeLessThanOrEqual(one.judged);
      }),
    );
  });
});
