import type { GetLessonResult } from '../../../use-cases/get-lesson.ts';
import { estimateWords } from '../estimate-words.ts';
import { fenced, lessonBlock } from '../lesson-fence.ts';
import { labelled, storedText } from '../stored-text.ts';

/** Steps of a long life that are told; the structured answer holds all. */
const LATEST = 5;

export const renderGetLesson = (lesson: GetLessonResult): string =>
  [
    `Lesson ${lesson.lesson_id}, version ${lesson.version}, project ${storedText(lesson.project)}.`,
    fenced([
      [
        lessonBlock(lesson),
        ...lesson.examples.flatMap((example) => labelled('example', example)),
        ...labelled('paths', lesson.scope.paths?.join(', ')),
        ...lesson.evidence.flatMap(({ kind, ref, text }) =>
          labelled(`evidence (${kind})`, [ref, text].filter((part) => part !== undefined).join(' ')),
        ),
        ...lesson.history.slice(-LATEST).map(stepWords),
      ].join('\n'),
    ]),
    `Shown ${lesson.exposures.total} times, judged ${lesson.verdicts.length} times. Effect: ${estimateWords(lesson.effect)}.`,
    ...(lesson.related.length === 0
      ? []
      : [`Related: ${lesson.related.map(({ lesson_id, relation }) => `${lesson_id} (${relation})`).join(', ')}.`]),
  ].join('\n');

const stepWords = ({ from, to, actor, role, reason, at }: GetLessonResult['history'][number]): string =>
  `  ${at} ${from ?? 'new'} → ${to} by ${storedText(actor)} (${role}): ${storedText(reason)}`;
