import { HoneError } from '../../domain/error.ts';
import type { Lesson } from '../../domain/lesson.ts';
import { type ReviewInput, reviewLesson } from '../../use-cases/review-lesson.ts';
import type { CliContext } from './context.ts';
import { stateWord } from './words/lesson-words.ts';

interface Refused {
  readonly lesson_id: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/**
 * The same decision for each of the lessons. One that is refused does not keep the others from it; then the exit code is 1.
 * A single lesson's refusal is thrown.
 */
export const decideEach = async (
  context: CliContext,
  ids: readonly string[],
  decision: Omit<ReviewInput, 'lesson_id'>,
): Promise<void> => {
  const [services, caller] = [await context.services(), await context.caller()];
  const items: Lesson[] = [];
  const failed: Refused[] = [];
  for (const lesson_id of new Set(ids)) {
    try {
      items.push(await reviewLesson(services, caller, { ...decision, lesson_id }));
    } catch (error) {
      if (!(error instanceof HoneError) || ids.length === 1) throw error;
      failed.push({ lesson_id, code: error.code, message: error.message, hint: error.hint });
    }
  }
  const { output } = context;
  const value = { items, total: items.length, ...(failed.length === 0 ? {} : { failed }) };
  output.result(value, () => items.map((one) => `${one.lesson_id}  ${stateWord(output, one.state)}`).join('\n'));
  for (const one of failed) output.note(`${output.show(one.lesson_id)}  ${one.code}: ${one.message} ${one.hint}`);
  if (failed.length > 0) context.exitCode = 1;
};
