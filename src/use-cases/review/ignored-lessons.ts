import type { Id } from '../../domain/ids.ts';
import type { Stores } from '../../ports/unit-of-work.ts';

/** How often runs were shown a served lesson and did not follow it since a person last looked at its words. */
export const timesIgnored = async (stores: Stores, project: string, lessonId: Id): Promise<number> => {
  const all = await stores.runs.ignoredLessons(project);
  return all.find(({ lesson_id }) => lesson_id === lessonId)?.times ?? 0;
};
