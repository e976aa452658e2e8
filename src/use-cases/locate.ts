import { type HoneError, notFound } from '../domain/error.ts';
import type { Id } from '../domain/ids.ts';
import type { Lesson } from '../domain/lesson.ts';
import type { Run } from '../domain/run.ts';
import { projectsInReach } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

const locate = async <T>(
  caller: Caller,
  named: string | undefined,
  find: (project: string) => Promise<T | null>,
  absent: () => HoneError,
): Promise<T> => {
  for (const project of projectsInReach(caller, named)) {
    const found = await find(project);
    if (found !== null) return found;
  }
  throw absent();
};

/** @throws HoneError NOT_FOUND when it does not exist, and just the same when it lies in a project out of reach. */
export const locateRun = (services: Services, caller: Caller, runId: Id, project?: string): Promise<Run> =>
  locate(
    caller,
    project,
    (candidate) => services.stores.runs.findRun(candidate, runId),
    () => notFound('run'),
  );

/** @throws HoneError NOT_FOUND, as for runs. */
export const locateLesson = (services: Services, caller: Caller, lessonId: Id, project?: string): Promise<Lesson> =>
  locate(
    caller,
    project,
    (candidate) => services.stores.lessons.find(candidate, lessonId),
    () => notFound('lesson'),
  );
