import { LESSON_LIMITS, type LessonText } from '../../domain/lesson.ts';
import type { Run } from '../../domain/run.ts';
import type { RecordCorrectionInput } from '../record-correction.ts';

const firstPart = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  const end = cut.search(/[.!?\n][^.!?\n]*$/u);
  return (end > limit / 2 ? cut.slice(0, end + 1) : cut).trim();
};

/**
 * The lesson that a correction would become. It applies when the corrected task comes again; without a task, when
 * what was wrong is about to be done again.
 */
export const draftLesson = (input: RecordCorrectionInput, run: Run | null): LessonText => {
  const task = run?.text ?? input.task;
  const paths = input.paths ?? run?.paths ?? [];
  const examples = new Set(input.examples ?? []);
  // A task that is not already the lesson's `when` is the best example of where it matters.
  if (input.when !== undefined && task !== undefined) examples.add(firstPart(task, LESSON_LIMITS.example));
  return {
    when: firstPart(input.when ?? task ?? input.wrong, LESSON_LIMITS.when),
    rule: firstPart(input.right, LESSON_LIMITS.rule),
    ...(input.not_when === undefined ? {} : { not_when: input.not_when }),
    ...(input.why === undefined ? {} : { why: input.why }),
    examples: [...examples].slice(0, LESSON_LIMITS.examples),
    citations: input.citations ?? [],
    scope: paths.length === 0 ? {} : { paths: paths.slice(0, LESSON_LIMITS.scope_items) },
  };
};
