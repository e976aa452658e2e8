import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mdastReader } from '../../../src/adapters/markdown/mdast-reader.ts';
import { lessonsOfOutline } from '../../../src/domain/import/lessons-of-outline.ts';
import type { ParsedFile } from '../../../src/domain/import/parsed-lesson.ts';
import { LESSON_LIMITS } from '../../../src/domain/lesson.ts';

const read = async (text: string): Promise<ParsedFile> => lessonsOfOutline(await mdastReader.outline(text));
const fixture = (name: string): Promise<ParsedFile> =>
  read(readFileSync(join(import.meta.dirname, '../../fixtures/team-lessons', name), 'utf8'));

describe('the Markdown lesson of the contract', () => {
  it('reads labelled lines in any order and case, bold or in a list', async () => {
    const { lessons } = await read(`# Team lessons

## pnpm
**RULE:** Use pnpm, not npm.
- when: installing a dependency
- **Not when**: in the legacy folder
* why: npm rewrites the lock file
Paths: package.json, packages/*/package.json
Example: add the axios package
Example: bump vitest
`);
    expect(lessons).toHaveLength(1);
    expect(lessons[0]).toMatchObject({
      line: 3,
      when: 'installing a dependency',
      rule: 'Use pnpm, not npm.',
      not_when: 'in the legacy folder',
      why: 'npm rewrites the lock file',
      examples: ['add the axios package', 'bump vitest'],
      scope: { paths: ['package.json', 'packages/*/package.json'] },
      title: 'pnpm',
    });
  });

  it('takes the heading as `when` and the body as `rule` without labels', async () => {
    const { lessons } = await read('## Writing a migration\n\nNever rename a column.\n\n```sql\nRule: no rule\n```\n');
    expect(lessons[0]).toMatchObject({
      when: 'Writing a migration',
      rule: 'Never rename a column.\n\n```sql\nRule: no rule\n```',
    });
  });

  it('takes each list item as a lesson where no heading does', async () => {
    const { lessons } = await read('# Lessons\n\n- Use pnpm.\n- **Dates**: keep them in UTC.\n- When: a\n  Rule: b\n');
    expect(lessons.map(({ when, rule }) => [when, rule])).toEqual([
      ['Use pnpm.', 'Use pnpm.'],
      ['Dates', 'keep them in UTC.'],
      ['a', 'b'],
    ]);
  });

  it('takes list items below a heading as lessons when they are whole', async () => {
    const { lessons } = await read('## Tests\n\n- **When:** a\n  **Rule:** b\n- **When:** c\n  **Rule:** d\n');
    expect(lessons.map(({ when, rule }) => [when, rule])).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('reads one lesson of a whole file, with the paths of a rule file', async () => {
    const { lessons } = await read(
      '---\ndescription: x\nglobs: src/**/*.ts, test/**\n---\n\nUse named exports only.\n',
    );
    expect(lessons[0]).toMatchObject({
      line: 6,
      rule: 'Use named exports only.',
      scope: { paths: ['src/**/*.ts', 'test/**'] },
    });
  });

  it('takes what an editor is told of a rule file as its `when`', async () => {
    const { lessons } = await read(
      '---\ndescription: writing an API route\nglobs:\n---\nValidate the body with zod.\n',
    );
    expect(lessons).toMatchObject([{ when: 'writing an API route', rule: 'Validate the body with zod.', scope: {} }]);
  });

  it("reads what a client keeps of a person's word, and leaves its other notes out", async () => {
    const note = (type: string) =>
      read(
        `---\nname: real-database\ndescription: Integration tests must hit a real database\n${type}\n---\n\nNo mocks in tests/integration.\n\n**Why:** a mocked migration passed and broke.\n**How to apply:** use the container of docker-compose.\n`,
      );
    for (const type of ['type: feedback', 'metadata:\n  type: feedback']) {
      expect((await note(type)).lessons).toMatchObject([
        {
          when: 'Integration tests must hit a real database',
          rule: 'use the container of docker-compose.',
          why: 'a mocked migration passed and broke.\n\nNo mocks in tests/integration.',
        },
      ]);
    }
    expect(await note('type: user')).toMatchObject({
      lessons: [],
      skipped: [{ line: 7, reason: "A client's note of the kind user." }],
    });
  });

  it('takes no list of links for lessons', async () => {
    const { lessons, skipped } = await read('# Memory\n\n- [Database](real.md) — tests hit it\n- Use pnpm.\n');
    expect(lessons.map(({ rule }) => rule)).toEqual(['Use pnpm.']);
    expect(skipped).toEqual([{ line: 3, reason: 'A link to another file.' }]);
  });

  it('joins headings that are fields of one lesson', async () => {
    const { lessons, parts } = await read(
      '## 2026-05-28: Registration\n\n### Problem\nA token is no registration.\n\n### Fix\nRun add.\n\n### Notes\nOnce.\n',
    );
    expect(lessons).toHaveLength(1);
    expect(lessons[0]).toMatchObject({
      when: 'Registration: A token is no registration.',
      rule: 'Run add.\n\n**Notes**\nOnce.',
      date: '2026-05-28',
    });
    expect(parts).toEqual([3, 6, 9]);
  });

  it('names what it refuses and what it leaves out', async () => {
    const { lessons, refused, skipped } = await read('# Lessons\n\nHow to use this.\n\n## Empty\n\n## Full\n\nText.\n');
    expect(lessons).toHaveLength(1);
    expect(refused).toEqual([{ line: 5, reason: 'A heading without text.' }]);
    expect(skipped).toEqual([{ line: 3, reason: 'Text before the first lesson.' }]);
  });

  it('moves what is too long, and says so', async () => {
    const long = Array.from({ length: 60 }, (_, i) => `Sentence number ${i} says something of its own.`).join(' ');
    const { lessons } = await read(`## Long\n\n${long}\n`);
    const [lesson] = lessons;
    expect(lesson?.rule.length).toBeLessThanOrEqual(LESSON_LIMITS.rule);
    expect(lesson?.rule.endsWith('.')).toBe(true);
    expect(lesson?.cuts).toHaveLength(1);
    const kept = [lesson?.rule, lesson?.why, ...(lesson?.evidence ?? []).map((one) => one.text)].join(' ');
    for (let i = 0; i < 60; i++) expect(kept).toContain(`number ${i} says`);
  });
});

describe('files that teams wrote', () => {
  it('reads hit counts and sections', async () => {
    const { lessons, groups } = await fixture('opencara.md');
    expect(lessons).toHaveLength(6);
    expect(lessons[0]?.when).toMatch(/^DB is Postgres/u);
    expect(lessons.every((lesson) => lesson.hits === 1)).toBe(true);
    expect(groups.length).toBeGreaterThanOrEqual(2);
  });

  it('reads "How to apply" as the rule and "Why" as the reason', async () => {
    const { lessons } = await fixture('prism.md');
    expect(lessons).toHaveLength(4);
    expect(lessons[0]?.rule).toMatch(/^When updating user-facing docs/u);
    expect(lessons[0]?.why).toMatch(/^2026-05-23 — README update/u);
  });

  it('reads German files with dates', async () => {
    const { lessons } = await fixture('smashq.md');
    expect(lessons).toHaveLength(5);
    for (const lesson of lessons) {
      expect(lesson.date).toMatch(/^2026-/u);
      expect(lesson.when).not.toMatch(/^2026-/u);
      expect(lesson.rule).not.toContain('**Regel');
    }
  });

  it('reads "Fix:" and "Rule:" in running text', async () => {
    const { lessons } = await fixture('xlmtec.md');
    expect(lessons).toHaveLength(4);
    const paths = lessons.find((lesson) => lesson.when.includes('as_posix'));
    expect(paths?.rule).toMatch(/^always use path\.as_posix\(\)/u);
    expect(paths?.rule).toContain('WRONG:');
    expect(paths?.why).toMatch(/^Windows paths contain backslashes/u);
  });

  it('reads a list with bold beginnings', async () => {
    const { lessons } = await fixture('gaffer.md');
    expect(lessons).toHaveLength(4);
    expect(lessons[0]?.when).toBe('Never round-trip source files through PowerShell 5.1 text cmdlets.');
  });
});

describe('any text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '# T',
      '## Lesson one',
      '### Problem',
      '#### deep',
      '- item',
      '  nested',
      '1. one',
      '```',
      '---',
      '',
    ),
    fc.constantFrom(
      'Rule: x',
      '**When:** y',
      '- Why: z',
      '> quote',
      '<!-- c -->',
      'Setext',
      '===',
      'Fix:',
      '- **A.** b',
    ),
    fc.string({ maxLength: 20 }),
  );

  it('is read without an error, and every heading is accounted for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 25 }), async (lines) => {
        const outline = await mdastReader.outline(lines.join('\n'));
        const file = lessonsOfOutline(outline);
        const known = [...file.parts, ...file.groups, ...[...file.lessons, ...file.refused].map((one) => one.line)];
        for (const { depth, line: heading } of outline.sections) if (depth > 0) expect(known).toContain(heading);
        for (const lesson of file.lessons) {
          expect(lesson.when.length).toBeLessThanOrEqual(LESSON_LIMITS.when);
          expect(lesson.when).not.toBe('');
          expect(lesson.rule).not.toBe('');
        }
      }),
    );
  });
});
