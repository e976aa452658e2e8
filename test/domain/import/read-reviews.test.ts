import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsReviews, readReviews } from '../../../src/domain/import/read-reviews.ts';
import { LESSON_LIMITS } from '../../../src/domain/lesson.ts';

const HUNK = '@@ -10,2 +10,3 @@ export class Client {\n   retry = 3;\n+  const answer = await fetch(url);';
const comment = (id: number, body: string, more: object = {}): object => ({
  id,
  body,
  path: 'src/api/client.ts',
  line: 42,
  diff_hunk: HUNK,
  user: { login: 'rita', type: 'User' },
  html_url: `https://example.com/pull/9#r${id}`,
  created_at: '2026-10-02T08:00:00Z',
  ...more,
});

const CORRECTION = comment(1, 'Use the retrying client here, never `fetch` itself.');

describe('readReviews', () => {
  it('makes a lesson of a comment that asks for a change', () => {
    const { lessons, skipped, refused } = readReviews(JSON.stringify([CORRECTION]));
    expect([skipped, refused]).toEqual([[], []]);
    expect(lessons).toMatchObject([
      {
        line: 1,
        when: 'Changing src/api/client.ts, in `export class Client {`',
        rule: 'Use the retrying client here, never `fetch` itself.',
        scope: { paths: ['src/api/client.ts'] },
        citations: [{ path: 'src/api/client.ts', line: 42 }],
        evidence: [
          {
            kind: 'review',
            ref: 'https://example.com/pull/9#r1',
            text: 'Said of:\n```\n  const answer = await fetch(url);\n```',
          },
          { kind: 'review', text: 'Dated 2026-10-02.' },
        ],
      },
    ]);
  });

  it('says a suggested change as what was and what is right', () => {
    const body = 'Through the client:\n```suggestion\n  const answer = await this.get(url);\n```';
    const { lessons } = readReviews(JSON.stringify([comment(1, body)]));
    expect(lessons[0]?.rule).toBe(
      'Through the client:\n\nInstead of:\n```\n  const answer = await fetch(url);\n```\nWrite:\n```\n  const answer = await this.get(url);\n```',
    );
  });

  it('leaves out, and names, what is no correction', () => {
    const { lessons, skipped } = readReviews(
      JSON.stringify([
        CORRECTION,
        comment(2, 'Done, thanks', { in_reply_to_id: 1, user: { login: 'otto' } }),
        comment(3, 'You should bump this.', { user: { login: 'deps[bot]', type: 'Bot' } }),
        comment(4, 'What is this for?'),
        comment(5, 'This should be a constant.'),
        comment(6, 'Never mind, I misread it.', { in_reply_to_id: 5 }),
        comment(7, 'Please split the file.', { path: undefined }),
      ]),
    );
    expect(lessons.map(({ line }) => line)).toEqual([1]);
    expect(lessons[0]?.evidence[0]?.text).toMatch(/Answer: Done, thanks$/u);
    expect(skipped).toEqual([
      { line: 2, reason: 'An answer in a thread.' },
      { line: 3, reason: 'A program wrote it.' },
      { line: 4, reason: 'A question.' },
      { line: 5, reason: 'The reviewer took it back.' },
      { line: 6, reason: 'An answer in a thread.' },
      { line: 7, reason: 'It has no `path`: it was said of no line of code.' },
    ]);
  });

  it('does not take a correction back on the word of somebody else', () => {
    const other = comment(2, 'Never mind.', { in_reply_to_id: 1, user: { login: 'otto' } });
    expect(readReviews(JSON.stringify([CORRECTION, other])).lessons).toHaveLength(1);
  });

  it.each([
    ['pages one behind the other', (a: string, b: string) => `[${a}][${b}]`],
    ['pages in one list', (a: string, b: string) => `[[${a}],[${b}]]`],
    ['one a line', (a: string, b: string) => `${a}\n${b}\n`],
  ])('reads %s, and a comment on two of them once', (_, joined) => {
    const text = joined(JSON.stringify(CORRECTION), JSON.stringify(CORRECTION));
    expect(holdsReviews(text)).toBe(true);
    const { lessons, skipped } = readReviews(text);
    expect(lessons).toHaveLength(1);
    expect(skipped).toEqual([{ line: 2, reason: 'The same comment stands above.' }]);
  });

  it.each(['[]', '{"message":"Not Found"}', 'no JSON', '[{"id":1,"body":"an issue"}]'])('refuses %s', (text) => {
    expect(holdsReviews(text)).toBe(false);
    expect(() => readReviews(text)).toThrow('The file holds no review comments of GitHub.');
  });

  it('names entries that are no comment', () => {
    expect(readReviews(JSON.stringify([CORRECTION, 7])).refused).toEqual([
      { line: 2, reason: 'It is no JSON object.' },
    ]);
  });

  it('accounts for every comment, and keeps within the limits of a lesson', () => {
    const body = fc.oneof(
      fc.string(),
      fc.lorem({ maxCount: 400 }).map((words) => `You should ${words}`),
      fc.string({ maxLength: 2_000 }).map((code) => `Use:\n\`\`\`suggestion\n${code}\n\`\`\``),
    );
    const one = fc.record(
      {
        id: fc.integer({ min: 1, max: 9 }),
        body,
        path: fc.oneof(fc.constant('a.ts'), fc.string()),
        line: fc.oneof(fc.nat(), fc.constant(null)),
        in_reply_to_id: fc.nat(9),
        diff_hunk: fc.string(),
      },
      { requiredKeys: ['id', 'body', 'diff_hunk'] },
    );
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 9 }), (comments) => {
        const { lessons, refused, skipped } = readReviews(JSON.stringify(comments));
        const lines = [...lessons, ...refused, ...skipped].map(({ line }) => line).sort((a, b) => a - b);
        expect(lines).toEqual(comments.map((_, at) => at + 1));
        for (const { rule, when } of lessons) {
          expect(rule.length).toBeLessThanOrEqual(LESSON_LIMITS.rule);
          expect(when.length).toBeLessThanOrEqual(LESSON_LIMITS.when);
        }
      }),
    );
  });
});
