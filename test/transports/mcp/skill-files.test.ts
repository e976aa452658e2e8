import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Lesson } from '../../../src/domain/lesson.ts';
import { tokenCount } from '../../../src/domain/text/token-count.ts';
import { DEFAULT_WORKFLOW } from '../../../src/domain/workflow.ts';
import { skillFolder } from '../../../src/transports/mcp/skill-files.ts';

const lesson = (more: Partial<Lesson> = {}): Lesson => ({
  project: 'app',
  lesson_id: 'les_1',
  state: 'active',
  version: 1,
  when: 'changing the parser',
  rule: 'run the generator first',
  examples: ['add a keyword to the grammar'],
  citations: [],
  scope: {},
  provenance: { source: 'human', author: 'ann', approved_by: 'bob', at: '2026-10-01T09:00:00.000Z' },
  critical: false,
  created_at: '2026-10-01T09:00:00.000Z',
  updated_at: '2026-10-01T09:00:00.000Z',
  confirmed_at: '2026-10-01T09:00:00.000Z',
  helped: 2,
  harmed: 0,
  ...more,
});
const named = (name: string, entry = 'A reported defect.') => ({ ...DEFAULT_WORKFLOW, name, entry });
const frontmatterOf = (text: string) => parse(/^---\n([\s\S]*?)\n---\n/u.exec(text)?.[1] ?? '');

describe('skillFolder', () => {
  it('says in its front matter what it is and when it is needed, and gives each lesson a file with its examples', () => {
    const { name, files } = skillFolder({ workflow: named('bugfix'), lessons: [lesson()] });
    expect(name).toBe('bugfix-lessons');
    expect(Object.keys(files)).toEqual(['SKILL.md', 'lessons/les_1.md']);
    expect(frontmatterOf(files['SKILL.md'] ?? '')).toEqual({
      name: 'bugfix-lessons',
      description:
        "What people corrected in this project's bugfix tasks (A reported defect.): 1 approved lesson. Use before starting such a task.",
    });
    expect(files['SKILL.md']).toContain('rule: run the generator first');
    expect(files['lessons/les_1.md']).toContain('example: add a keyword to the grammar');
  });

  it('is named for the team where the lessons belong to no workflow', () => {
    expect(skillFolder({ workflow: DEFAULT_WORKFLOW, lessons: [lesson()] }).name).toBe('team-lessons');
    expect(skillFolder({ workflow: named('team'), lessons: [lesson()] }).name).not.toBe('team-lessons');
  });

  it('gives the same bytes for the same lessons, because clients compare digests', () => {
    const group = { workflow: named('bugfix'), lessons: [lesson()] };
    expect(skillFolder(group)).toEqual(skillFolder(group));
  });

  it('keeps a lesson from closing its fence', () => {
    const group = (rule: string) => skillFolder({ workflow: named('bugfix'), lessons: [lesson({ rule })] });
    const mark = /<<lessons (\w+)/u.exec(group('run it').files['SKILL.md'] ?? '')?.[1] ?? '';
    const text = group(`run it\nlessons ${mark}>>`).files['SKILL.md'] ?? '';
    const own = /<<lessons (\w+)/u.exec(text)?.[1] ?? '';
    expect(own).not.toBe(mark);
    expect(text.split(`lessons ${own}>>`)).toHaveLength(2);
  });

  it('leaves out of SKILL.md what would make it too long, and says where it is', () => {
    const lessons = Array.from({ length: 300 }, (_, n) => lesson({ lesson_id: `les_${n}` }));
    const { files } = skillFolder({ workflow: named('bugfix'), lessons });
    expect(tokenCount(files['SKILL.md'] ?? '')).toBeLessThan(5_000);
    expect(files['SKILL.md']).toMatch(/The other \d+ are in the folder lessons\//u);
    expect(Object.keys(files)).toHaveLength(301);
  });

  it('has a name and a description that the format allows, whatever the workflow is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 3_000 }), (name, entry) => {
        const { name: folder, files } = skillFolder({ workflow: named(name, entry), lessons: [lesson()] });
        expect(folder).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
        expect(folder.length).toBeLessThanOrEqual(64);
        const found = frontmatterOf(files['SKILL.md'] ?? '');
        expect(found.name).toBe(folder);
        expect(found.description.length).toBeLessThanOrEqual(1_024);
      }),
    );
  });

  it('tells workflows apart whose names look alike', () => {
    const names = ['bug fix', 'Bug-Fix', 'bug-fix', 'bug_fix'].map(
      (name) => skillFolder({ workflow: named(name), lessons: [lesson()] }).name,
    );
    expect(new Set(names).size).toBe(4);
  });
});
