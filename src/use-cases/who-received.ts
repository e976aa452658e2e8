import type { Id, Time } from '../domain/ids.ts';
import { ORGANISATION } from '../domain/organisation.ts';
import { mayUseProject } from '../domain/principal.ts';
import { locateLesson } from './locate.ts';
import { requireRole } from './require-role.ts';
import type { Caller, Services } from './services.ts';

export interface Receiver {
  readonly project: string;
  readonly run_id: Id;
  readonly recall_id: Id;
  readonly at: Time;
  readonly principal: string;
  readonly agent?: string;
  readonly task_id: Id;
  readonly task_key?: string;
}

/**
 * Every run that was shown a lesson, newest first: whom to warn when it turns out to be wrong.
 *
 * @throws HoneError FORBIDDEN for anyone but a reviewer, lead or admin; NOT_FOUND.
 */
export const whoReceived = async (
  services: Services,
  caller: Caller,
  input: { readonly lesson_id: Id; readonly project?: string },
): Promise<{ lesson_id: Id; items: Receiver[]; total: number }> => {
  requireRole(caller, 'see who received a lesson', 'reviewer', 'lead', 'admin');
  const { project, lesson_id } = await locateLesson(services, caller, input.lesson_id, input.project);
  const items: Receiver[] = [];
  for (const place of project === ORGANISATION ? await projectsOf(services, caller) : [project]) {
    items.push(...(await receiversIn(services, place, lesson_id)));
  }
  items.sort((a, b) => b.at.localeCompare(a.at));
  return { lesson_id, items, total: items.length };
};

/** A lesson of the organisation reached every project: those are told of that the caller may see. */
const projectsOf = async ({ stores }: Services, { principal }: Caller): Promise<string[]> =>
  (await stores.directory.listProjects())
    .map(({ project }) => project)
    .filter((project) => mayUseProject(principal, project));

const receiversIn = async (services: Services, project: string, lessonId: Id): Promise<Receiver[]> => {
  const items: Receiver[] = [];
  for (const exposure of await services.stores.runs.exposuresOf(project, lessonId)) {
    const run = await services.stores.runs.findRun(project, exposure.run_id);
    if (run === null) continue;
    const task = await services.stores.runs.findTask(project, run.task_id);
    items.push({
      project,
      ...exposure,
      principal: run.principal,
      ...(run.agent === undefined ? {} : { agent: run.agent }),
      task_id: run.task_id,
      ...(task?.task_key === undefined ? {} : { task_key: task.task_key }),
    });
  }
  return items;
};
