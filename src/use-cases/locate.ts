import { type HoneError, notFound } from '../domain/error.ts';
import type { Id } from '../domain/ids.ts';
import type { Lesson } from '../domain/lesson.ts';
import type { Run } from '../domain/run.ts';
import { organisationLesson } from './organisation/organisation-lesson.ts';
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

/**
 * @throws HoneError NOT_FOUND when it does not exist, and just the same when it lies in a project out of reach, or is another
 *   name's: on a store that others use, an agent speaks for its own runs only.
 */
export const locateRun = (services: Services, caller: Caller, runId: Id, project?: string): Promise<Run> =>
  locate(
    caller,
    project,
    async (candidate) => {
      const run = await services.stores.runs.findRun(candidate, runId);
      return run !== null && isOthers(caller, run) ? null : run;
    },
    () => notFound('run'),
  );

const isOthers = ({ principal }: Caller, run: Run): boolean =>
  principal.kind === 'agent' && !principal.solo && run.principal !== principal.name;

/**
 * A lesson of a project in reach, else one of the organisation.
 *
 * @throws HoneError NOT_FOUND, as for runs.
 */
export const locateLesson = async (
  { stores }: Services,
  caller: Caller,
  lessonId: Id,
  project?: string,
): Promise<Lesson> => {
  for (const candidate of projectsInReach(caller, project)) {
    const found = await stores.lessons.find(candidate, lessonId);
    if (found !== null) return found;
  }
  const shared = await organisationLesson(stores, caller.principal, lessonId);
  if (shared === null) throw notFound('lesson');
  return shared;
};
