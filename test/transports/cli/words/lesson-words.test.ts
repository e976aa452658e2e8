import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../../../src/domain/lesson.ts';
import { citationWord, counted, lessonList } from '../../../../src/transports/cli/words/lesson-words.ts';
import { HARMLESS, HOSTILE, plainOutput } from '../../../support/plain-output.ts';

const at = '2026-10-01T09:00:00.000Z';
const lesson: Lesson = {
  project: 'app',
  lesson_id: 'les_1',
  state: 'active',
  version: 1,
  when: HOSTILE,
  rule: HOSTILE,
  not_when: HOSTILE,
  why: HOSTILE,
  examples: [HOSTILE],
  citations: [{ path: HOSTILE, line: 3 }],
  scope: { paths: [HOSTILE] },
  provenance: { source: 'human', author: HOSTILE, approved_by: HOSTILE, at },
  critical: false,
  created_at: at,
  updated_at: at,
  confirmed_at: at,
  helped: 0,
  harmed: 0,
};

describe('lessonList', () => {
  it('shows every part of a lesson, harmless, one line each', () => {
    expect(lessonList(plainOutput, [lesson], 3).split('\n')).toEqual([
      `les_1  active  human ${HARMLESS}, approved by ${HARMLESS}`,
      `  when     ${HARMLESS}`,
      `  rule     ${HARMLESS}`,
      `  not when ${HARMLESS}`,
      `  why      ${HARMLESS}`,
      `  example  ${HARMLESS}`,
      `  paths    ${HARMLESS}`,
      `  cites    ${HARMLESS}:3`,
      '',
      '1 of 3 lessons',
    ]);
  });

  it('says how to make one when there is none', () => {
    expect(lessonList(plainOutput, [], 0)).toContain('hone flag');
  });
});

describe('counted', () => {
  it.each([
    [1, 1, '1 lesson'],
    [0, 0, '0 lessons'],
    [2, 5, '2 of 5 lessons'],
  ])('%d of %d: %s', (shown, total, words) => {
    expect(counted(shown, total, 'lesson')).toBe(words);
  });
});

describe('citationWord', () => {
  it.each([
    [{ path: 'a.ts' }, 'a.ts'],
    [{ path: 'a.ts', line: 1, end_line: 3, symbol: 'open' }, 'a.ts:1-3 (open)'],
  ])('%j', (citation, word) => {
    expect(citationWord(citation)).toBe(word);
  });
});
