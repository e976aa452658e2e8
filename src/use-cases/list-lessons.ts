import type { Lesson } from '../domain/lesson.ts';
import type { LessonFilter } from '../ports/lesson-store.ts';
import { listedPlace } from './organisation/listed-place.ts';
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
  const { project: _, organisation: __, ...filter } = input;
  const { place, ...states } = listedPlace(caller, input);
  return services.stores.lessons.list(place, { ...filter, ...states });
};
