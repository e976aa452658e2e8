import { describe, expect, it } from 'vitest';
import { recallWords } from '../../../../src/transports/cli/words/recall-words.ts';
import { HARMLESS, HOSTILE, plainOutput } from '../../../support/plain-output.ts';

describe('recallWords', () => {
  it('says the decision, the way and the lessons', () => {
    const words = recallWords(plainOutput, {
      recall_id: 'rec_1',
      decision: 'deliver',
      reason: 'One lesson fits.',
      lessons: [
        {
          lesson_id: 'les_1',
          when: HOSTILE,
          rule: HOSTILE,
          state: 'provisional',
          confidence: null,
          helped: 0,
          harmed: 0,
          provenance: { source: 'human', author: 'ann', at: '2026-10-01T09:00:00.000Z' },
          matched: [HOSTILE],
        },
      ],
      path: 'hybrid',
      tokens: 20,
      next_step: 'Follow it.',
    });
    expect(words).toBe(
      [
        'deliver by hybrid search: One lesson fits.',
        `les_1  provisional  human ann\n  when     ${HARMLESS}\n  rule     ${HARMLESS}\n  matched  ${HARMLESS}`,
        'Follow it.',
      ].join('\n\n'),
    );
  });
});
