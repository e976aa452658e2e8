import type { Id } from '../../domain/ids.ts';
import type { LessonRecord } from '../../domain/lesson.ts';
import { isServed } from '../../domain/lesson-state.ts';
import type { Stores } from '../../ports/unit-of-work.ts';

/** When a person last looked at the words of a lesson: wrote them, or accepted it. */
const lastLookedAt = ({ versions, transitions }: LessonRecord): string =>
  [...versions, ...transitions.filter(({ to, role }) => to === 'active' && role !== 'policy')]
    .map(({ at }) => at)
    .sort()
    .at(-1) ?? '';

/** How often runs were shown a served lesson and did not follow it since a person last looked at its words. */
export const timesIgnored = async (stores: Stores, project: string, lessonId: Id): Promise<number> => {
  const record = await stores.lessons.record(project, lessonId);
  if (record === null || !isServed(record.lesson.state)) return 0;
  const since = lastLookedAt(record);
  const all = await stores.runs.ignoredLessons(project);
  return all.filter(({ lesson_id, at }) => lesson_id === lessonId && at > since).length;
};

/** All such lessons of a project. */
export const ignoredLessons = async (stores: Stores, project: string): Promise<Id[]> => {
  const named = new Set((await stores.runs.ignoredLessons(project)).map(({ lesson_id }) => lesson_id));
  const ignored: Id[] = [];
  for (const id of named) if ((await timesIgnored(stores, project, id)) > 0) ignored.push(id);
  return ignored;
};
