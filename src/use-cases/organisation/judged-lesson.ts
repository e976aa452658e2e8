import { notFound } from '../../domain/error.ts';
import type { Id } from '../../domain/ids.ts';
import type { Lesson } from '../../domain/lesson.ts';
import type { Stores } from '../../ports/unit-of-work.ts';
import { resolveProject } from '../resolve-project.ts';
import type { Caller } from '../services.ts';
import { organisationLesson } from './organisation-lesson.ts';

/**
 * The lesson that a person decides on: of the project, else of the organisation.
 *
 * @throws HoneError NOT_FOUND, just the same when it is there and the person may not judge it; FORBIDDEN for a project
 *   outside the credential.
 */
export const judgedLesson = async (
  stores: Stores,
  caller: Caller,
  { lesson_id, project }: { readonly lesson_id: Id; readonly project?: string },
): Promise<Lesson> => {
  const own = await stores.lessons.find(resolveProject(caller, project), lesson_id);
  const lesson = own ?? (await organisationLesson(stores, caller.principal, lesson_id));
  if (lesson === null) throw notFound('lesson');
  return lesson;
};
