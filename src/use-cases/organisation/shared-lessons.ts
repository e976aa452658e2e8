import type { Lesson } from '../../domain/lesson.ts';
import { ORGANISATION } from '../../domain/organisation.ts';
import type { Stores } from '../../ports/unit-of-work.ts';
import { notForProject } from './not-for-project.ts';

/** Lessons of the organisation that the project gets, oldest first. */
export const sharedLessons = async (stores: Stores, project: string): Promise<Lesson[]> => {
  const { items } = await stores.lessons.list(ORGANISATION, { states: ['active'] });
  const hidden = await notForProject(stores, project, items);
  return items.filter(({ lesson_id }) => !hidden.has(lesson_id));
};
