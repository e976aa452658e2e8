import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mdastReader } from '../../../src/adapters/markdown/mdast-reader.ts';
import { lessonMarkdown } from '../../../src/domain/export/lesson-markdown.ts';
import { putMarkedBlock } from '../../../src/domain/export/marked-block.ts';
import { lessonsOfOutline } from '../../../src/domain/import/lessons-of-outline.ts';
import type { LessonText } from '../../../src/domain/lesson.ts';

const lesson = (text: Partial<LessonText>): LessonText => ({
  when: 'installing a dependency',
  rule: 'Use pnpm.',
  examples: [],
  citations: [],
  scope: {},
  ...text,
});
const readBack = async (lessons: readonly LessonText[]) => {
  const file = putMarkedBlock('# Lessons\n', lessons.map(lessonMarkdown).join('\n'));
  const parsed = lessonsOfOutline(await mdastReader.outline(file));
  expect(parsed.refused).toEqual([]);
  return parsed.lessons.map(({ when, rule, not_when, why }) => ({ when, rule, not_when, why }));
};
const wordsOf = ({ when, rule, not_when, why }: LessonText) => ({ when, rule, not_when, why });

describe('lessonMarkdown', () => {
  it('is a section that people can read', () => {
    expect(
      lessonMarkdown(
        lesson({ why: 'npm rewrites the lock file', examples: ['add axios'], scope: { paths: ['*.json'] } }),
      ),
    ).toBe(
      '## installing a dependency\n\n**Rule:** Use pnpm.\n**Why:** npm rewrites the lock file\n**Example:** add axios\n**Paths:** `*.json`\n',
    );
  });

  it('is read back as it was, structure of its texts included', async () => {
    const lessons = [
      lesson({ when: '2026-01-01: dated\nand long', rule: '# no heading\n\n- a list\n- Rule: no field\n\n---\n\nend' }),
      lesson({
        when: 'a',
        rule: '```sh\n# code\nRule: stays\n```\nafter',
        not_when: 'x',
        why: 'never closed\n```\n## no',
      }),
      lesson({ when: 'Problem: b #', rule: 'done. **Rule:** not here', why: 'Setext\n===\n<!-- x -->' }),
    ];
    expect(await readBack(lessons)).toEqual(lessons.map(wordsOf));
  });

  it('is read back with the same words, whatever they are', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        '# h',
        '- item',
        '  nested',
        '```',
        '~~~',
        '---',
        '===',
        'Rule: x',
        '**Why:** y',
        '> q',
        '1. one',
        '',
        '<!--',
      ),
      fc.stringMatching(/^[a-zA-Z .:*`#\\-]{0,25}$/u),
    );
    const text = fc
      .array(line, { minLength: 1, maxLength: 6 })
      .map((lines) => lines.join('\n').trim())
      .filter((one) => one !== '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ when: text, rule: text }), { minLength: 1, maxLength: 3 }),
        async (texts) => {
          const flat = (value: { when: string; rule: string }) =>
            [value.when, value.rule].map((one) => one.replace(/\s+/gu, ' '));
          expect((await readBack(texts.map(lesson))).map(flat)).toEqual(texts.map(flat));
        },
      ),
    );
  });

  it('written, read and written again is the same text', async () => {
    const line = fc.oneof(
      fc.constantFrom('# h', '- item', '  nested', '```', '---', 'Rule: x', '**Why:** y', '> q', '1. one', '', '<!--'),
      fc.stringMatching(/^[a-zA-Z .:*`#\\-]{0,25}$/u),
    );
    const text = fc
      .array(line, { minLength: 1, maxLength: 6 })
      .map((lines) => lines.join('\n').trim())
      .filter((one) => one !== '');
    const short = fc.stringMatching(/^[a-z][a-z ]{0,20}[a-z]$/u);
    const any = fc
      .record(
        { when: text, rule: text, not_when: text, why: text, examples: fc.uniqueArray(short, { maxLength: 3 }) },
        { requiredKeys: ['when', 'rule'] },
      )
      .chain((words) =>
        fc
          .uniqueArray(fc.constantFrom('src/**', '*.ts', 'docs/{a,b}.md'), { maxLength: 2 })
          .map((paths) =>
            lesson({ ...words, ...(paths.length === 0 ? {} : { scope: { paths } }) } as Partial<LessonText>),
          ),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(any, { minLength: 1, maxLength: 3 }), async (lessons) => {
        const write = (texts: readonly LessonText[]) => putMarkedBlock('# L\n', texts.map(lessonMarkdown).join('\n'));
        const first = write(lessons);
        const { lessons: read, refused } = lessonsOfOutline(await mdastReader.outline(first));
        expect(refused).toEqual([]);
        expect(write(read)).toBe(first);
      }),
    );
  });
});
