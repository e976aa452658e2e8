import { type Fields, isFields } from './json-value.ts';

/** One comment on a line of a pull request, as GitHub's REST API gives it. */
export interface ReviewComment {
  /** Its place in the file, from 1. */
  readonly entry: number;
  readonly id: number;
  /** Of the comment that it answers; null: it begins a thread. */
  readonly answers: number | null;
  readonly author: string;
  readonly bot: boolean;
  readonly body: string;
  readonly path: string;
  /** Lines of the file as it is after the change; null where the comment is outdated. */
  readonly line: number | null;
  readonly firstLine: number | null;
  /** The change that it was said of, up to the line that it was said of. */
  readonly hunk: string;
  /** How many lines of the hunk's end it was said of. */
  readonly height: number;
  readonly url: string | null;
  readonly at: string | null;
}

const text = (fields: Fields, name: string): string | null => {
  const value = fields[name];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};

const count = (fields: Fields, name: string): number | null => {
  const value = fields[name];
  return Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : null;
};

const LONGEST_ADDRESS = 400;

const address = (value: unknown): string | null =>
  typeof value === 'string' && /^https:\/\/[^\s"'<>]+$/u.test(value) && value.length <= LONGEST_ADDRESS ? value : null;

/** Accounts of programs; GitHub marks those of apps, and people mark theirs by the name. */
const isBot = (user: Fields): boolean =>
  user.type === 'Bot' ||
  /\[bot\]$|(?:^|[-_])bot$|^(?:copilot|coderabbitai|codecov|dependabot)/iu.test(String(user.login));

/** True for an object that can be nothing but a comment on a line of a pull request. */
export const looksLikeReview = (value: unknown): boolean =>
  isFields(value) && typeof value.body === 'string' && ('diff_hunk' in value || 'pull_request_review_id' in value);

/** Reads one, or says what it lacks. */
export const readReviewComment = (value: unknown, entry: number): ReviewComment | { readonly reason: string } => {
  if (!isFields(value)) return { reason: 'It is no JSON object.' };
  const id = count(value, 'id');
  const path = text(value, 'path');
  if (id === null || typeof value.body !== 'string') return { reason: 'It has no `id` or no `body`.' };
  if (path === null) return { reason: 'It has no `path`: it was said of no line of code.' };
  const user = isFields(value.user) ? value.user : {};
  const line = count(value, 'line');
  const first = count(value, 'start_line');
  const [lastSeen, firstSeen] = [count(value, 'original_line'), count(value, 'original_start_line')];
  return {
    entry,
    id,
    answers: count(value, 'in_reply_to_id'),
    author: typeof user.login === 'string' ? user.login : '',
    bot: isBot(user),
    body: value.body,
    path,
    line,
    firstLine: line === null ? null : first,
    hunk: text(value, 'diff_hunk') ?? '',
    height: lastSeen !== null && firstSeen !== null && firstSeen <= lastSeen ? lastSeen - firstSeen + 1 : 1,
    url: address(value.html_url),
    at: text(value, 'created_at'),
  };
};
