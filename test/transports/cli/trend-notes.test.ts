import { describe, expect, it } from 'vitest';
import { driftWords, liftWords, repeatWords } from '../../../src/transports/cli/trend-notes.ts';
import { at } from '../../support/histories.ts';
import { trendsOf } from '../../support/trends.ts';

describe('the notes under trends', () => {
  it('split corrections', () => {
    const corrections = [{ why: 'missed' }, { why: 'ignored' }, {}] as const;
    expect(repeatWords(trendsOf([{ id: 'a', corrections }]))).toBe(
      'Corrections: 1 missed, 0 withheld, 1 ignored; 0 unreviewed; 1 novel.',
    );
  });

  it('say when drift is not watched yet, and when it alarms', () => {
    expect(driftWords(trendsOf([]))).toContain('not watched before 50');
    const drift = { alarm: true, statistic: 5, threshold: 4.57, since: at(0), baseline: 0.2, baseline_n: 200 };
    expect(driftWords(trendsOf([], 'week', { drift }))).toContain('ALARM');
  });

  it('say nothing of a lift without arms', () => {
    expect(liftWords(trendsOf([]))).toEqual([]);
  });
});
