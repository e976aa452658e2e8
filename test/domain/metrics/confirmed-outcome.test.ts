import { describe, expect, it } from 'vitest';
import { confirmedOutcome, isClean } from '../../../src/domain/metrics/confirmed-outcome.ts';
import { clean, counted, history } from '../../support/histories.ts';

describe('confirmedOutcome', () => {
  it('is the latest from CI or a person, whatever an agent says later', () => {
    const task = history({
      id: 'a',
      outcomes: [
        { outcome: 'failed', after: 10 },
        { ...clean, source: 'human', after: 30 },
        { outcome: 'abandoned', source: 'agent', after: 50 },
      ],
    });
    expect(confirmedOutcome(task.outcomes)?.outcome).toBe('completed_clean');
    expect(confirmedOutcome([...task.outcomes].reverse())?.outcome).toBe('completed_clean');
  });

  it('takes the word of a person over that of CI at the same instant', () => {
    const both = [{ ...clean }, { outcome: 'failed', source: 'human' }] as const;
    expect(isClean(counted({ id: 'a', outcomes: both }))).toBe(false);
    expect(isClean(counted({ id: 'a', outcomes: [...both].reverse() }))).toBe(false);
  });

  it('is none without CI and people', () => {
    expect(confirmedOutcome(history({ id: 'a', outcomes: [{ ...clean, source: 'agent' }] }).outcomes)).toBeNull();
  });
});

describe('isClean', () => {
  it('turns a clean completion into a rewritten one above 30 % of the lines', () => {
    expect(isClean(counted({ id: 'a', outcomes: [{ ...clean, rewrite_share: 0.3 }] }))).toBe(true);
    expect(isClean(counted({ id: 'a', outcomes: [{ ...clean, rewrite_share: 0.31 }] }))).toBe(false);
  });
});
