import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GroupedLesson, groupLessons } from '../../../src/domain/export/lesson-groups.ts';
import type { Lesson } from '../../../src/domain/lesson.ts';

const one = (when: string, paths: readonly string[] = [], workflow = 'default'): GroupedLesson => ({
  workflow,
  lesson: {
    project: 'app',
    lesson_id: `les_${when}`,
    state: 'active',
    version: 1,
    when,
    rule: 'Do so.',
    examples: [],
    citations: [],
    scope: paths.length === 0 ? {} : { paths },
    provenance: { source: 'human', author: 'ann', at: '2026-10-01T00:00:00Z' },
    critical: false,
    created_at: '2026-10-01T00:00:00Z',
    updated_at: '2026-10-01T00:00:00Z',
    confirmed_at: '2026-10-01T00:00:00Z',
    helped: 0,
    harmed: 0,
  } satisfies Lesson,
});
const namesOf = (lessons: readonly GroupedLesson[]) =>
  groupLessons(lessons).map(({ name, lessons: of }) => [name, of.map(({ when }) => when).join('')]);

describe('groupLessons', () => {
  it('goes by the workflow in which a lesson was learned, then by the part of the repository', () => {
    expect(
      namesOf([
        one('a', ['src/api/x.ts'], 'bugfix'),
        one('b', ['src/api/**/*.ts']),
        one('c', ['src/api/client.ts'], 'default'),
        one('d', ['docs/a.md']),
        one('e', ['**/*.sql']),
        one('f'),
      ]),
    ).toEqual([
      ['bugfix-lessons', 'a'],
      ['src-api-lessons', 'bc'],
      ['team-lessons', 'def'],
    ]);
  });

  it('gives every lesson one group, with a name that clients take', () => {
    const any = fc
      .tuple(fc.uuid(), fc.array(fc.string(), { maxLength: 2 }), fc.string())
      .map(([id, paths, workflow]) => one(id, paths, workflow));
    fc.assert(
      fc.property(fc.array(any), (lessons) => {
        const groups = groupLessons(lessons);
        for (const { name } of groups) expect(name).toMatch(/^(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u);
        expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
        expect(groups.flatMap((group) => group.lessons.map(({ when }) => when)).sort()).toEqual(
          lessons.map(({ lesson }) => lesson.when).sort(),
        );
      }),
    );
  });
});
