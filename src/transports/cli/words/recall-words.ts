import type { Recall } from '../../../domain/recall.ts';
import type { Output } from '../output.ts';
import { lessonHead, lessonText, line } from './lesson-words.ts';

/** What an agent would be told, and which way it was found. */
export const recallWords = (output: Output, recall: Recall): string => {
  const { paint } = output;
  const head = `${paint.bold(recall.decision)} by ${recall.path} search: ${recall.reason}`;
  const lessons = recall.lessons.map((lesson) =>
    [
      lessonHead(output, lesson),
      ...lessonText(output, lesson),
      ...(lesson.matched ?? []).flatMap((share) => line(output, 'matched', share)),
    ].join('\n'),
  );
  return [head, ...lessons, paint.dim(recall.next_step)].join('\n\n');
};
