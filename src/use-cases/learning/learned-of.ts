import type { Id } from '../../domain/ids.ts';
import { type LearningState, learningState } from '../../domain/learning/learning-state.ts';
import type { Stores } from '../../ports/unit-of-work.ts';

/** What the events of a lesson add up to; null when the project does not hold it. */
export const learnedOf = async (stores: Stores, project: string, lessonId: Id): Promise<LearningState | null> => {
  const record = await stores.lessons.record(project, lessonId);
  if (record === null) return null;
  return learningState({ ...record, votes: await stores.lessons.votesOf(project, lessonId) });
};
