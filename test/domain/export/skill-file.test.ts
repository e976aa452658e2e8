import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { LessonGroup } from '../../../src/domain/export/lesson-groups.ts';
import { emptiedSkill, skillFile } from '../../../src/domain/export/skill-file.ts';
import type { Lesson } from '../../../src/domain/lesson.ts';

const group = (...situations: string[]): LessonGroup => ({
  name: 'src-api-lessons',
  about: 'the files in src/api',
  lessons: situations.map(
    (when) => ({ when, rule: 'Do so.', examples: [], citations: [], scope: {} }) as never as Lesson,
  ),
});
const frontOf = (file: string): Record<string, unknown> => parse(/^---\n([\s\S]*?)\n---\n/u.exec(file)?.[1] ?? '');

describe('skillFile', () => {
  it('says in its front matter when to open it', () => {
    const file = skillFile(null, group('adding a route', 'changing: the "client"'));
    expect(frontOf(file)).toEqual({
      name: 'src-api-lessons',
      description:
        'What this team learned about the files in src/api: rules that people gave after corrections. Use it for tasks like these: adding a route; changing: the "client".',
    });
    expect(file).toContain('<!-- hone:begin');
    expect(file).toContain('## adding a route\n\n**Rule:** Do so.\n');
  });

  it('is valid for any lessons, and the same the second time', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 400 }), { minLength: 1, maxLength: 12 }), (texts) => {
        const file = skillFile(null, group(...texts));
        const { name, description } = frontOf(file);
        expect(name).toBe('src-api-lessons');
        expect(String(description).length).toBeLessThanOrEqual(1_024);
        expect(description).not.toMatch(/[<>\n]/u);
        expect(skillFile(file, group(...texts))).toBe(file);
      }),
    );
  });

  it('follows the lessons, and keeps what a person added', () => {
    const file = `${skillFile(null, group('a'))}\nOurs.\n`;
    const later = skillFile(file, group('b'));
    expect(later).toBe(`${skillFile(null, group('b'))}\nOurs.\n`);
  });

  it('leaves the front matter to a person who took it over', () => {
    const own = skillFile(null, group('a')).replace(/description: .*\n#.*\n/u, 'description: Ours\n');
    expect(skillFile(own, group('b')).startsWith('---\nname: src-api-lessons\ndescription: Ours\n---\n')).toBe(true);
  });
});

describe('emptiedSkill', () => {
  it("leaves nothing of a file that was Hone's alone", () => {
    expect(emptiedSkill(skillFile(null, group('a')))).toBeNull();
  });
  it('leaves what a person wrote', () => {
    expect(emptiedSkill(`${skillFile(null, group('a'))}\nOurs.\n`)).toMatch(/-->\n\n<!-- hone:end -->\n\nOurs\.\n$/u);
    expect(emptiedSkill('Ours alone.\n')).toBe('Ours alone.\n');
  });
});
