import { describe, expect, it } from 'vitest';
import { fitLesson, type LessonDraft } from '../../../src/domain/import/fit-lesson.ts';
import { LESSON_LIMITS } from '../../../src/domain/lesson.ts';

const draft = (more: Partial<LessonDraft>): LessonDraft => ({ line: 1, when: 'a', rule: 'b', ...more });
const sentences = (count: number): string => Array.from({ length: count }, (_, i) => `Number ${i} is said.`).join(' ');

describe('fitLesson', () => {
  it('leaves what fits', () => {
    expect(fitLesson(draft({ why: 'c' }))).toEqual({
      ...draft({ why: 'c' }),
      examples: [],
      citations: [],
      scope: {},
      evidence: [],
      cuts: [],
    });
  });

  it('moves the rest of a long rule into a free `why`, else into the evidence', () => {
    const long = sentences(80);
    const free = fitLesson(draft({ rule: long }));
    expect(free).toMatchObject({ evidence: [], cuts: ['`rule` was longer than 1200 characters'] });
    const taken = fitLesson(draft({ rule: long, why: 'because' }));
    expect(taken).toMatchObject({ why: 'because', evidence: [{ kind: 'review' }] });
  });

  it('keeps title, date and hits as evidence when `when` does not say them', () => {
    expect(fitLesson(draft({ title: 'T', date: '2026-01-01', hits: 3 }))).toMatchObject({
      evidence: [{ kind: 'review', text: 'T\nDated 2026-01-01.\nHits: 3.' }],
    });
    expect(fitLesson(draft({ title: 'a' }))).toMatchObject({ evidence: [] });
  });

  it('keeps at most five short examples, the others as evidence', () => {
    const fitted = fitLesson(
      draft({ examples: ['1', '2', '3', '4', '5', '6', 'x'.repeat(LESSON_LIMITS.example + 1)] }),
    );
    expect(fitted).toMatchObject({ examples: ['1', '2', '3', '4', '5'], why: '6' });
    expect('evidence' in fitted && fitted.evidence).toHaveLength(1);
  });

  it('refuses what says nothing, and what no lesson can hold', () => {
    expect(fitLesson(draft({ rule: '  ' }))).toEqual({ reason: 'It says nothing: only a heading.' });
    expect(fitLesson(draft({ rule: sentences(2_000) }))).toMatchObject({ reason: expect.stringMatching(/too long/u) });
  });
});
