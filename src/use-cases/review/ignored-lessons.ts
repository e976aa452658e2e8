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

type Ignored = Awaited<ReturnType<Stores['runs']['ignoredLessons']>>;

const countSince = (record: LessonRecord | null, all: Ignored): number => {
  if (record === null || !isServed(record.lesson.state)) return 0;
  const since = lastLookedAt(record);
  return all.filter(({ lesson_id, at }) => lesson_id === record.lesson.lesson_id && at > since).length;
};

/** How often runs were shown a served lesson and did not follow it since a person last looked at its words. */
export const timesIgnored = async (stores: Stores, project: string, lessonId: Id): Promise<number> =>
  countSince(await stores.lessons.record(project, lessonId), await stores.runs.ignoredLessons(project));

/** All such lessons of a project. */
export const ignoredLessons = async (stores: Stores, project: string): Promise<Id[]> => {
  const all = await stores.runs.ignoredLessons(project);
  const byLesson = new Map<Id, Ignored>();
  for (const one of all) byLesson.set(one.lesson_id, [...(byLesson.get(one.lesson_id) ?? []), one]);
  const ignored: Id[] = [];
  for (const [id, own] of byLesson) if (countSince(await stores.lessons.record(project, id), own) > 0) ignored.push(id);
  return ignored;
};
