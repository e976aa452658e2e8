import { describe, expect, it } from 'vitest';
import { renderRecallLessons } from '../../../../src/transports/mcp/render/recall-lessons.ts';

describe('renderRecallLessons', () => {
  it('ends with the handle and the next step', () => {
    const text = renderRecallLessons({
      recall_id: 'rec_1',
      decision: 'abstain',
      reason: 'Nothing comes near.',
      lessons: [],
      path: 'lexical',
      tokens: 0,
      next_step: 'Go on.',
    });
    expect(text).toBe('No relevant lessons. Nothing comes near.\nrecall_id rec_1\nNext: Go on.');
  });
});
