import { describe, expect, it } from 'vitest';
import { looksLikeReview, readReviewComment } from '../../../src/domain/import/review-comment.ts';

const COMMENT = {
  id: 7,
  body: 'Use the client.',
  path: 'src/a.ts',
  line: 12,
  start_line: 10,
  original_line: 12,
  original_start_line: 10,
  diff_hunk: '@@ -1 +1 @@\n+x',
  user: { login: 'rita', type: 'User' },
  html_url: 'https://example.com/r7',
  created_at: '2026-10-02T08:00:00Z',
};

describe('readReviewComment', () => {
  it('reads what a lesson needs of it', () => {
    expect(readReviewComment(COMMENT, 3)).toEqual({
      entry: 3,
      id: 7,
      answers: null,
      author: 'rita',
      bot: false,
      body: 'Use the client.',
      path: 'src/a.ts',
      line: 12,
      firstLine: 10,
      hunk: '@@ -1 +1 @@\n+x',
      height: 3,
      url: 'https://example.com/r7',
      at: '2026-10-02T08:00:00Z',
    });
  });

  it('has no line where the comment is outdated, and keeps the height that it had', () => {
    expect(readReviewComment({ ...COMMENT, line: null }, 1)).toMatchObject({ line: null, firstLine: null, height: 3 });
  });

  it.each([
    [{ login: 'renovate[bot]', type: 'User' }, true],
    [{ login: 'Copilot', type: 'Bot' }, true],
    [{ login: 'abbot', type: 'User' }, false],
    [null, false],
  ])('knows programs: %j', (user, bot) => {
    expect(readReviewComment({ ...COMMENT, user }, 1)).toMatchObject({ bot });
  });

  it.each([
    [{ ...COMMENT, path: undefined }, 'It has no `path`: it was said of no line of code.'],
    [{ ...COMMENT, id: 'seven' }, 'It has no `id` or no `body`.'],
    ['text', 'It is no JSON object.'],
  ])('says what it lacks', (value, reason) => {
    expect(readReviewComment(value, 1)).toEqual({ reason });
  });

  it('follows no address but a plain one', () => {
    expect(readReviewComment({ ...COMMENT, html_url: 'javascript:alert(1)' }, 1)).toMatchObject({ url: null });
  });

  it('is told from other JSON by what only it has', () => {
    expect(looksLikeReview(COMMENT)).toBe(true);
    expect(looksLikeReview({ id: 1, body: 'an issue comment' })).toBe(false);
  });
});
