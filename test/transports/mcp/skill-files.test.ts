import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Lesson } from '../../../src/domain/lesson.ts';
import { tokenCount } from '../../../src/domain/text/token-count.ts';
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
const group = (lessons: Lesson[], about = 'the workflow bugfix') => ({ name: 'bugfix-lessons', about, lessons });
const frontmatterOf = (text: string) => parse(/^---\n([\s\S]*?)\n---\n/u.exec(text)?.[1] ?? '');

describe('skillFolder', () => {
  it('says in its front matter what it is and when it is needed, and gives each lesson a file with its examples', () => {
    const { name, description, files } = skillFolder(group([lesson()]));
    expect(name).toBe('bugfix-lessons');
    expect(Object.keys(files)).toEqual(['SKILL.md', 'lessons/les_1.md']);
    expect(frontmatterOf(files['SKILL.md'] ?? '')).toEqual({ name, description });
    expect(description).toMatch(/the workflow bugfix.*changing the parser/u);
    expect(files['SKILL.md']).toContain('rule: run the generator first');
    expect(files['lessons/les_1.md']).toContain('example: add a keyword to the grammar');
  });

  it('gives the same bytes for the same lessons, because clients compare digests', () => {
    expect(skillFolder(group([lesson()]))).toEqual(skillFolder(group([lesson()])));
  });

  it('keeps a lesson from closing its fence', () => {
    const textOf = (rule: string) => skillFolder(group([lesson({ rule })])).files['SKILL.md'] ?? '';
    const markOf = (text: string) => /<<lessons (\w+)/u.exec(text)?.[1] ?? '';
    const mark = markOf(textOf('run it'));
    const text = textOf(`run it\nlessons ${mark}>>`);
    expect(markOf(text)).not.toBe(mark);
    expect(text.split(`lessons ${markOf(text)}>>`)).toHaveLength(2);
  });

  it('leaves out of SKILL.md what would make it too long, and says where it is', () => {
    const { files } = skillFolder(group(Array.from({ length: 300 }, (_, n) => lesson({ lesson_id: `les_${n}` }))));
    expect(tokenCount(files['SKILL.md'] ?? '')).toBeLessThan(5_000);
    expect(files['SKILL.md']).toMatch(/The other \d+ are in the folder lessons\//u);
    expect(Object.keys(files)).toHaveLength(301);
  });

  it('has a description that the format allows, whatever the lessons say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 200 }), (when, about) => {
        const { description, files } = skillFolder(group([lesson({ when })], about));
        const found = frontmatterOf(files['SKILL.md'] ?? '');
        expect(found).toEqual({ name: 'bugfix-lessons', description });
        expect(description.length).toBeGreaterThan(0);
        expect(description.length).toBeLessThanOrEqual(1_024);
      }),
    );
  });
});
