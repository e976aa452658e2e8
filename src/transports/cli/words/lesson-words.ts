import type { CheckedCitation, Freshness } from '../../../domain/citation.ts';
import type { Lesson, LessonText } from '../../../domain/lesson.ts';
import type { LessonState } from '../../../domain/lesson-state.ts';
import { ORGANISATION } from '../../../domain/organisation.ts';
import type { Output } from '../output.ts';

/** A label and stored text in two columns; an absent text gives no line. */
export const line = ({ paint, show }: Output, label: string, text: string | undefined): string[] =>
  text === undefined || text === '' ? [] : [`  ${paint.dim(label.padEnd(9))}${show(text)}`];

export const stateWord = ({ paint }: Output, state: LessonState): string => {
  if (state === 'active') return paint.green(state);
  if (state === 'provisional' || state === 'proposed') return paint.yellow(state);
  return state === 'disputed' || state === 'quarantined' ? paint.red(state) : paint.dim(state);
};

const STALE: Readonly<Partial<Record<Freshness, string>>> = {
  moved: ' (moved here)',
  changed: ' (changed since: verify first)',
  missing: ' (missing: verify first)',
};

export const citationWord = ({ path, line: first, end_line: last, symbol, freshness }: CheckedCitation): string =>
  [
    path,
    first === undefined ? '' : `:${first}`,
    last === undefined ? '' : `-${last}`,
    symbol === undefined ? '' : ` (${symbol})`,
    STALE[freshness ?? 'fresh'] ?? '',
  ].join('');

/** What a lesson says, one line a part. */
export const lessonText = (output: Output, lesson: Partial<LessonText>): string[] => [
  ...line(output, 'when', lesson.when),
  ...line(output, 'rule', lesson.rule),
  ...line(output, 'not when', lesson.not_when),
  ...line(output, 'why', lesson.why),
  ...(lesson.examples ?? []).flatMap((example) => line(output, 'example', example)),
  ...line(output, 'paths', lesson.scope?.paths?.join(', ')),
  ...line(output, 'cites', lesson.citations?.map(citationWord).join(', ')),
];

export const lessonHead = (
  output: Output,
  lesson: Pick<Lesson, 'lesson_id' | 'state' | 'provenance'> & { project?: string; organisation?: boolean },
): string => {
  const { source, author, approved_by: approver } = lesson.provenance;
  const approved = approver === undefined ? '' : `, approved by ${output.show(approver)}`;
  return `${output.paint.bold(lesson.lesson_id)}  ${stateWord(output, lesson.state)}${lesson.organisation === true || lesson.project === ORGANISATION ? '  organisation-wide' : ''}  ${source} ${output.show(author)}${approved}`;
};

export const lessonList = (output: Output, lessons: readonly Lesson[], total: number): string => {
  if (lessons.length === 0) return 'No lessons match. `hone flag "RULE" --when "…"` makes one.';
  const blocks = lessons.map((lesson) => [lessonHead(output, lesson), ...lessonText(output, lesson)].join('\n'));
  return [...blocks, counted(lessons.length, total, 'lesson')].join('\n\n');
};

/** `2 of 5 lessons`, or `5 lessons` when all are shown. */
export const counted = (shown: number, total: number, noun: string): string => {
  const nouns = total === 1 ? noun : `${noun}s`;
  return shown === total ? `${total} ${nouns}` : `${shown} of ${total} ${nouns}`;
};
