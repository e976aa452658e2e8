import { describe, expect, it } from 'vitest';
import { uncovered } from '../../../src/domain/metrics/uncovered.ts';
import { history } from '../../support/histories.ts';

describe('uncovered', () => {
  it('groups corrections that no served lesson says, most frequent first', () => {
    const { corrections } = history({
      id: 'a',
      corrections: [
        { wrong: 'edited the generated file', lesson: 'les_waits' },
        { wrong: 'edited generated code', lesson: 'les_waits', why: 'unreviewed' },
        { wrong: 'used the old client' },
        { wrong: 'pushed to main', lesson: 'les_served', why: 'ignored' },
      ],
    });
    expect(uncovered(corrections, new Set(['les_served']))).toEqual([
      { example: 'edited generated code', corrections: 2 },
      { example: 'used the old client', corrections: 1 },
    ]);
  });
});
