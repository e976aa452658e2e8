import { HoneError } from '../error.ts';
import type { Evidence } from '../lesson.ts';
import { fitLesson, type LessonDraft } from './fit-lesson.ts';
import { isFields } from './json-value.ts';
import { readJsonValues } from './json-values.ts';
import type { FileRemark, ParsedFile, ParsedLesson } from './parsed-lesson.ts';
import { looksLikeReview, type ReviewComment, readReviewComment } from './review-comment.ts';
import { isWithdrawal, spokenWords, whyNoCorrection } from './review-words.ts';
import { commentedLines, hunkFunction, suggestedChange } from './suggested-change.ts';

/** The comments that a text holds, whatever pages they came in; null when it holds something else. */
const commentsIn = (text: string): unknown[] | null => {
  const values = readJsonValues(text.replace(/^\uFEFF/u, ''));
  const flat = values?.flatMap((page) => (Array.isArray(page) ? page.flat() : [page])) ?? null;
  return flat !== null && flat.length > 0 && flat.some(looksLikeReview) ? flat : null;
};

export const holdsReviews = (text: string): boolean => commentsIn(text) !== null;

const EXPORT = 'gh api --paginate repos/OWNER/REPO/pulls/comments > reviews.json';

/**
 * Reads the review comments of a repository, as `gh api …/pulls/comments` writes them: a thread whose first comment asks for a
 * change is a lesson, what was answered is its evidence. `line` counts comments from 1.
 *
 * @throws HoneError INVALID_INPUT when the text holds no review comments.
 */
export const readReviews = (text: string): ParsedFile => {
  const values = commentsIn(text);
  if (values === null) {
    throw new HoneError('INVALID_INPUT', 'The file holds no review comments of GitHub.', `Example: ${EXPORT}`);
  }
  const lessons: ParsedLesson[] = [];
  const refused: FileRemark[] = [];
  const skipped: FileRemark[] = [];
  const read = values.map((value, at) => readReviewComment(value, at + 1));
  const comments = read.filter((one): one is ReviewComment => 'entry' in one);
  const threads = threadsOf(comments);
  for (const [at, one] of read.entries()) {
    const outcome = 'reason' in one ? one : becomes(one, threads.get(one.id) ?? []);
    if ('when' in outcome) lessons.push(outcome);
    else (isFields(values[at]) ? skipped : refused).push({ line: at + 1, reason: outcome.reason });
  }
  return { lessons, refused, skipped, parts: [], groups: [] };
};

/** Answers by the comment that began their thread. GitHub names the first one; copies of a comment on two pages count once. */
const threadsOf = (comments: readonly ReviewComment[]): Map<number, ReviewComment[]> => {
  const threads = new Map<number, ReviewComment[]>();
  for (const one of comments) {
    const thread = threads.get(one.answers ?? one.id) ?? [];
    threads.set(one.answers ?? one.id, thread);
    if (!thread.some((known) => known.id === one.id)) thread.push(one);
  }
  return threads;
};

const becomes = (comment: ReviewComment, thread: readonly ReviewComment[]): ParsedLesson | { reason: string } => {
  if (comment.bot) return { reason: 'A program wrote it.' };
  if (comment.answers !== null) return { reason: 'An answer in a thread.' };
  if (thread.find((one) => one.id === comment.id) !== comment) return { reason: 'The same comment stands above.' };
  const words = spokenWords(comment.body);
  const change = suggestedChange(words);
  const none = change.code.length > 0 ? null : whyNoCorrection(words);
  if (none !== null) return { reason: none };
  const answers = thread.filter((one) => one.answers !== null && !one.bot);
  if (answers.some((one) => one.author === comment.author && isWithdrawal(spokenWords(one.body)))) {
    return { reason: 'The reviewer took it back.' };
  }
  return fitLesson(draftOf(comment, answers));
};

const draftOf = (comment: ReviewComment, answers: readonly ReviewComment[]): LessonDraft => {
  const { path, line, firstLine, hunk, at } = comment;
  const around = hunkFunction(hunk);
  return {
    line: comment.entry,
    when: `Changing ${path}${around === null ? '' : `, in \`${around}\``}`,
    rule: ruleOf(comment),
    ...(at === null ? {} : { date: at.slice(0, 10) }),
    scope: { paths: [path] },
    citations: [
      {
        path,
        ...(line === null ? {} : { line: firstLine ?? line }),
        ...(line === null || firstLine === null ? {} : { end_line: line }),
      },
    ],
    evidence: evidenceOf(comment, answers),
  };
};

const fenced = (code: string): string => `\`\`\`\n${code}\n\`\`\``;

const ruleOf = ({ body, hunk, height }: ReviewComment): string => {
  const { prose, code } = suggestedChange(spokenWords(body));
  const old = commentedLines(hunk, height);
  const changes = code.map((lines) => {
    const instead = old.trim() === '' ? '' : `Instead of:\n${fenced(old)}\n`;
    return lines.trim() === '' ? `${instead}Leave it out.` : `${instead}Write:\n${fenced(lines)}`;
  });
  return [prose, ...changes].filter((part) => part !== '').join('\n\n');
};

/** Where it was said and of which lines, and what was answered. */
const evidenceOf = ({ url, hunk, height }: ReviewComment, answers: readonly ReviewComment[]): Evidence[] => {
  const code = commentedLines(hunk, height);
  const said = answers.map((one) => `Answer: ${spokenWords(one.body)}`).filter((words) => words !== 'Answer: ');
  const text = [code.trim() === '' ? '' : `Said of:\n${fenced(code)}`, ...said]
    .filter((part) => part !== '')
    .join('\n\n');
  if (url === null && text === '') return [];
  return [{ kind: 'review', ...(url === null ? {} : { ref: url }), ...(text === '' ? {} : { text }) }];
};
