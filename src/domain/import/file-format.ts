import { HoneError } from '../error.ts';
import { isFields, readJson } from './json-value.ts';
import { holdsReviews } from './read-reviews.ts';

export const FILE_FORMATS = ['bundle', 'markdown', 'events', 'reviews'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];
/** Those that hold lessons. */
export type LessonFormat = Exclude<FileFormat, 'events'>;

/**
 * What a file holds, by what it begins with.
 *
 * @throws HoneError INVALID_INPUT when it is no text, or JSON of no known form.
 */
export const detectFormat = (text: string): FileFormat => {
  if (text.includes('\0')) throw noText();
  const start = text.replace(/^\uFEFF/u, '').trimStart();
  if (!/^[{[]/u.test(start) || /^\[[^\]]*\]\(/u.test(start)) return 'markdown';
  const firstLine = readJson(start.slice(0, start.search(/\n|$/u)));
  if (isFields(firstLine) && typeof firstLine.type === 'string') return 'events';
  const whole = readJson(start);
  if (isFields(whole) && 'format' in whole) return 'bundle';
  if (holdsReviews(start)) return 'reviews';
  throw new HoneError(
    'INVALID_INPUT',
    whole === undefined
      ? 'The file begins like JSON and is none.'
      : 'The JSON is no bundle, no events and no review comments.',
    'Allowed: a bundle (`hone export lessons.json --format bundle`), events as JSON lines, review comments (`gh api --paginate repos/OWNER/REPO/pulls/comments`), or lessons in Markdown. `--format markdown` reads it as Markdown in any case.',
  );
};

export const noText = (): HoneError =>
  new HoneError('INVALID_INPUT', 'The file is no text in UTF-8.', 'Example: hone import tasks/lessons.md');
