import { describe, expect, it } from 'vitest';
import { renderProposeLesson } from '../../../../src/transports/mcp/render/propose-lesson.ts';

describe('renderProposeLesson', () => {
  it('names a new lesson and its state', () => {
    expect(
      renderProposeLesson({
        status: 'created',
        lesson_id: 'les_1',
        state: 'proposed',
        related: [],
        next_step: 'Go on.',
      }),
    ).toBe('Kept as a new lesson: les_1 (proposed).\nNext: Go on.');
  });

  it('shows related lessons inside a fence, so that the agent can decide', () => {
    const text = renderProposeLesson({
      status: 'needs_decision',
      lesson_id: null,
      state: null,
      related: [{ lesson_id: 'les_2', when: 'w', rule: 'r', relation: 'conflict', similarity: 0.914 }],
      next_step: 'Say how they relate.',
    });
    expect(text).toMatch(
      /<<lessons [0-9a-f]{8}\nles_2 \(conflict, similarity 0\.91\)\n {2}when: w\n {2}rule: r\nlessons /u,
    );
  });
});
