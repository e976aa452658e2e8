import { describe, expect, it } from 'vitest';
import type { InterventionLine } from '../../../src/domain/events/event-line.ts';
import { factKey, isCorrection, linesOf } from '../../../src/use-cases/import/event-facts.ts';
import { at, clean, history } from '../../support/histories.ts';

const intervention: InterventionLine = { type: 'intervention', run: 'r', at: at(1), kind: 'takeover' };

describe('isCorrection', () => {
  it('needs the kind, or words of what was wrong; an approval never is one', () => {
    expect(isCorrection(intervention)).toBe(false);
    expect(isCorrection({ ...intervention, kind: 'correction' })).toBe(true);
    expect(isCorrection({ ...intervention, right: 'use the generator' })).toBe(true);
    expect(isCorrection({ ...intervention, kind: 'approval', right: 'yes' })).toBe(false);
  });
});

describe('factKey', () => {
  it('is the same whoever brought the line in, under whatever key of the run, defaults said or not', () => {
    const key = factKey(intervention);
    expect(factKey({ ...intervention, by: 'ann', run: 'other', planned: false })).toBe(key);
    expect(factKey({ ...intervention, planned: true })).not.toBe(key);
    expect(factKey({ ...intervention, at: at(2) })).not.toBe(key);
  });

  it('knows a kept fact again by the line it came from', () => {
    const { corrections, interventions, ...kept } = history({
      id: 'a',
      recalls: [{ shown: ['les_1'], tokens: 5 }],
      verdicts: [{ lesson: 'les_1', verdict: 'helpful' }],
      outcomes: [{ ...clean, rewrite_share: 0.1 }],
    });
    const keys = linesOf('r', { ...kept, corrections, interventions }).map(factKey);
    expect(keys).toEqual([
      factKey({
        type: 'recall',
        run: 'r',
        at: at(0),
        path: 'hybrid',
        decision: 'deliver',
        lessons: ['les_1'],
        tokens: 5,
      }),
      factKey({ type: 'outcome', run: 'r', at: at(30), outcome: 'completed_clean', source: 'ci', rewrite_share: 0.1 }),
      factKey({ type: 'verdict', run: 'r', at: at(20), lesson: 'les_1', verdict: 'helpful' }),
    ]);
  });
});
