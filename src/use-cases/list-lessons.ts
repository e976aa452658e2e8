import type { Lesson } from '../domain/lesson.ts';
import { ORGANISATION } from '../domain/organisation.ts';
import { mayJudgeForOrganisation } from '../domain/principal.ts';
import type { LessonFilter } from '../ports/lesson-store.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

/**
 * Lessons of one project, oldest first; with `organisation`, those that hold in every project, and for whoever judges those
 * also what waits. `total` counts all that the filter matches.
 */
export const listLessons = async (
  services: Services,
  caller: Caller,
  input: LessonFilter & { project?: string; organisation?: boolean },
): Promise<{ items: Lesson[]; total: number }> => {
  const { project, organisation = false, ...filter } = input;
  const own = resolveProject(caller, project);
  if (!organisation) return services.stores.lessons.list(own, filter);
  const open = mayJudgeForOrganisation(caller.principal) ? {} : { states: ['active'] as const };
  return services.stores.lessons.list(ORGANISATION, { ...filter, ...open });
};
