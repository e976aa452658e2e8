import { describe, expect, it } from 'vitest';
import { writeBundle } from '../../../src/domain/export/lesson-bundle.ts';
import type { LessonRecord } from '../../../src/domain/lesson.ts';

const at = '2026-10-01T09:00:00.000Z';
const record: LessonRecord = {
  lesson: {
    project: 'app',
    lesson_id: 'les_1',
    state: 'active',
    version: 1,
    when: 'a',
    rule: 'b',
    examples: [],
    citations: [],
    scope: {},
    provenance: { source: 'human', author: 'ann', approved_by: 'bea', at },
    critical: false,
    created_at: at,
    updated_at: at,
    confirmed_at: at,
    helped: 0,
    harmed: 0,
  },
  versions: [],
  evidence: [{ kind: 'ci', ref: 'r', by: 'ann', at }],
  triggers: [],
  transitions: [],
  links: [],
};

describe('writeBundle', () => {
  it('has the form of the contract, without empty parts', () => {
    expect(writeBundle('app', [record], { history: false })).toEqual({
      format: 'hone-bundle',
      version: 1,
      project: 'app',
      lessons: [
        {
          lesson_id: 'les_1',
          when: 'a',
          rule: 'b',
          evidence: [{ kind: 'ci', ref: 'r' }],
          state: 'active',
          provenance: record.lesson.provenance,
        },
      ],
    });
  });

  it('adds the history when asked', () => {
    expect(writeBundle('app', [record], { history: true }).lessons[0]).toMatchObject({
      history: { versions: [], triggers: [], transitions: [], links: [] },
    });
  });
});
