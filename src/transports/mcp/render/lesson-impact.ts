import type { LessonImpact, LessonImpactRow } from '../../../use-cases/lesson-impact.ts';
import { estimateWords } from '../estimate-words.ts';
import { fenced } from '../lesson-fence.ts';
import { labelled, storedText } from '../stored-text.ts';

/** Lessons told in words; the structured answer holds all. */
const SHOWN = 10;

export const renderLessonImpact = ({ lessons, uncovered }: LessonImpact): string =>
  [
    ...(lessons.length === 0
      ? ['No lessons yet, so none has had an effect. record_correction makes the first.']
      : [
          `${lessons.length} ${lessons.length === 1 ? 'lesson' : 'lessons'}.`,
          fenced(lessons.slice(0, SHOWN).map(rowBlock)),
          ...(lessons.length > SHOWN
            ? [`${lessons.length - SHOWN} more: narrow with \`since\`, or get_lesson for one.`]
            : []),
        ]),
    ...(uncovered.length === 0
      ? []
      : [
          'Corrections that no lesson covers:',
          ...uncovered.slice(0, SHOWN).map((one) => `- ${one.corrections} like: ${storedText(one.example)}`),
        ]),
  ].join('\n');

const rowBlock = (row: LessonImpactRow): string =>
  [
    `${row.lesson_id} (${row.state}): ${row.verdict}. Shown ${row.exposures}, helpful ${row.helpful}, harmful ${row.harmful}, ignored ${row.ignored}, unused ${row.unused}, repeats after ${row.repeats_after}, ${row.tokens} tokens.`,
    ...labelled('rule', row.rule),
    ...(row.effect === null ? [] : [`  effect: ${estimateWords(row.effect)}`]),
    ...(row.lift === null ? [] : [`  completion with it minus without, by arm: ${estimateWords(row.lift)}`]),
  ].join('\n');
