import { notFound } from '../domain/error.ts';
import type { Id } from '../domain/ids.ts';
import type { RunHistory } from '../ports/run-store.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

/**
 * All that happened in one run. `run` is a run's id, or the key of a task: then its latest run.
 *
 * @throws HoneError NOT_FOUND
 */
export const showRun = async (
  services: Services,
  caller: Caller,
  input: { run: Id; project?: string },
): Promise<RunHistory> => {
  const project = resolveProject(caller, input.project);
  const history = await services.stores.runs.history(project, await runIdOf(services, project, input.run));
  if (history === null) throw notFound('run');
  return history;
};

/** A run's id from itself, or from the key of its task. @throws HoneError NOT_FOUND */
export const runIdOf = async (services: Services, project: string, runOrTaskKey: string): Promise<Id> => {
  const { runs } = services.stores;
  if ((await runs.findRun(project, runOrTaskKey)) !== null) return runOrTaskKey;
  const task = await runs.findTaskByKey(project, runOrTaskKey);
  const latest = task === null ? undefined : (await runs.runsOf(project, task.task_id)).at(-1);
  if (latest === undefined) throw notFound('run or task key');
  return latest.run_id;
};
