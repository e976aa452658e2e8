import type { Id } from '../../domain/ids.ts';
import type { Lesson, LessonLink } from '../../domain/lesson.ts';
import type { Stores } from '../../ports/unit-of-work.ts';

/** One that a person has not judged yet. */
export type OpenLink = LessonLink & { readonly relation: Exclude<LessonLink['relation'], 'distinct'> };

/** Links of a lesson without those to lessons that a person found to stand beside it. */
export const openLinks = (links: readonly LessonLink[]): OpenLink[] => {
  const judged = new Set(links.filter(({ relation }) => relation === 'distinct').map(({ lesson_id }) => lesson_id));
  const isOpen = (link: LessonLink): link is OpenLink =>
    link.relation !== 'distinct' && (link.relation === 'supersedes' || !judged.has(link.lesson_id));
  return links.filter(isOpen);
};

/** Lessons that serve and that one of the waiting says the opposite of, each with those that do: both go to review. */
export const openConflicts = async (
  stores: Stores,
  project: string,
  waiting: readonly Pick<Lesson, 'lesson_id'>[],
): Promise<Map<Id, Id[]>> => {
  const opposed = new Map<Id, Id[]>();
  const ids = waiting.map(({ lesson_id }) => lesson_id);
  for (const { lesson_id, opposes } of await stores.lessons.openConflicts(project, ids)) {
    opposed.set(opposes, [...(opposed.get(opposes) ?? []), lesson_id]);
  }
  return opposed;
};

/** Remembers that a person let a lesson through beside those that it opposes or resembles: the pair is not asked again. */
export const judgePairs = async (stores: Stores, { project, lesson_id }: Lesson): Promise<void> => {
  const record = await stores.lessons.record(project, lesson_id);
  const pairs = openLinks(record?.links ?? []).filter(({ relation }) => relation !== 'supersedes');
  await stores.lessons.link(
    project,
    lesson_id,
    pairs.map((link) => ({ ...link, relation: 'distinct' as const })),
  );
};
