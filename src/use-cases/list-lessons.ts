import type { Lesson } from '../domain/lesson.ts';
import type { LessonFilter } from '../ports/lesson-store.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

/** Lessons of one project, oldest first. `total` counts all that the filter matches. */
export const listLessons = async (
  services: Services,
  caller: Caller,
  input: LessonFilter & { project?: string },
): Promise<{ items: Lesson[]; total: number }> => {
  const { project, ...filter } = input;
  return services.stores.lessons.list(resolveProject(caller, project), filter);
};
