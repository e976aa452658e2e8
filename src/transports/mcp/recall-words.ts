import type { Recall } from '../../domain/recall.ts';
import { fenced, lessonBlock } from './lesson-fence.ts';

const EMPTY: Readonly<Record<Recall['decision'], string>> = {
  deliver: 'No lessons',
  abstain: 'No relevant lessons',
  clarify: 'No lessons: the question is not clear enough',
  escalate: 'No lessons: a person must decide',
  degraded: 'No lessons: the memory could not be searched fully',
};

/** A recall as an agent reads it; an empty one says why it is empty. */
export const recallWords = (recall: Recall): string => {
  const { lessons, decision, reason, path } = recall;
  const head =
    lessons.length === 0
      ? `${EMPTY[decision]}. ${reason}`
      : `${lessons.length} ${lessons.length === 1 ? 'lesson' : 'lessons'} (${decision}, ${path} search). ${reason}`;
  return [
    head.trim(),
    ...(recall.loop === undefined ? [] : [`LOOP: ${recall.loop.advice}`]),
    ...(lessons.length === 0 ? [] : [fenced(lessons.map(lessonBlock))]),
    `recall_id ${recall.recall_id}`,
    `Next: ${recall.next_step}`,
  ].join('\n');
};
