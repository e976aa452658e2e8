import { describe, expect, it } from 'vitest';
import { lessonHistory, lessonRecord } from '../../../../src/transports/cli/words/lesson-record-words.ts';
import type { GetLessonResult } from '../../../../src/use-cases/get-lesson.ts';
import { HARMLESS, HOSTILE, plainOutput } from '../../../support/plain-output.ts';

const at = '2026-10-01T09:00:00.000Z';
const lesson: GetLessonResult = {
  project: 'app',
  lesson_id: 'les_1',
  state: 'active',
  version: 2,
  when: 'w',
  rule: 'r',
  examples: [],
  citations: [],
  scope: {},
  provenance: { source: 'human', author: 'ann', at },
  critical: true,
  created_at: at,
  updated_at: at,
  confirmed_at: at,
  helped: 3,
  harmed: 1,
  versions: [],
  evidence: [{ kind: 'incident', text: HOSTILE, by: 'ann', at }],
  triggers: [{ text: HOSTILE, at, source: 'verdict' }],
  related: [{ lesson_id: 'les_2', relation: 'conflict', similarity: 0.5 }],
  exposures: { total: 4, latest: [] },
  verdicts: [],
  effect: { value: 0.75, n: 4, low: 0.3, high: 0.95, method: 'wilson' },
  history: [
    { version: 1, from: null, to: 'proposed', actor: HOSTILE, role: 'developer', reason: HOSTILE, at },
    { version: 1, from: 'proposed', to: 'active', actor: 'bea', role: 'reviewer', reason: 'accept', at },
  ],
};

describe('lessonRecord', () => {
  it('shows evidence, use and effect, harmless', () => {
    expect(lessonRecord(plainOutput, lesson).split('\n').slice(0, 11)).toEqual([
      'les_1  active  human ann',
      '  when     w',
      '  rule     r',
      '  critical yes: delivered in holdouts too',
      '  shown    to 4 runs',
      '  votes    3 helped, 1 harmed',
      '  effect   helpful in 75 % of 4 verdicts (95 %: 30 % to 95 %)',
      `  trigger  ${HARMLESS}`,
      `  evidence incident: ${HARMLESS}`,
      '  related  les_2 conflict 0.50',
      '',
    ]);
  });

  it('claims no effect without a verdict', () => {
    const none = { ...lesson, effect: { value: null, n: 0, low: null, high: null, method: 'wilson' } };
    expect(lessonRecord(plainOutput, none)).not.toContain('effect');
  });
});

describe('lessonHistory', () => {
  it('tells who moved it where, and why', () => {
    expect(lessonHistory(plainOutput, lesson).split('\n')).toEqual([
      `${at}  v1  proposed  ${HARMLESS} (developer): ${HARMLESS}`,
      `${at}  v1  proposed → active  bea (reviewer): accept`,
    ]);
  });
});
