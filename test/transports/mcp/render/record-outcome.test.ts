import { describe, expect, it } from 'vitest';
import { renderRecordOutcome } from '../../../../src/transports/mcp/render/record-outcome.ts';

const base = { run_id: 'run_1', task_id: 'task_1', outcome: 'failed', next_step: 'Go on.' } as const;

describe('renderRecordOutcome', () => {
  it('says what was learned and what still lacks a verdict', () => {
    const learned = [{ lesson_id: 'les_1', change: 'one more helpful vote' }];
    expect(renderRecordOutcome({ ...base, learned, unjudged: ['les_2', 'les_3'] }).split('\n')).toEqual([
      'Outcome of run_1 (task task_1): failed.',
      'les_1: one more helpful vote',
      'Shown, but without a verdict: les_2, les_3.',
      'Next: Go on.',
    ]);
  });

  it('says when nothing changed', () => {
    expect(renderRecordOutcome({ ...base, learned: [], unjudged: [] })).toContain('No lesson changed.');
  });
});
