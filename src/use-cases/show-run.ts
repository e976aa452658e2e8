import type { HeardTurn } from '../domain/capture/heard-turn.ts';
import { notFound } from '../domain/error.ts';
import type { Id } from '../domain/ids.ts';
import type { RunHistory } from '../ports/run-store.ts';
import { findRunOfKeys } from './find-run-of-keys.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

/** A run's history, with what the detector took for corrections in it. */
export interface ShownRun extends RunHistory {
  readonly heard: readonly HeardTurn[];
}

/**
 * All that happened in one run. `run` is a run's id, or the key of a task: then its latest run.
 *
 * @throws HoneError NOT_FOUND
 */
export const showRun = async (
  services: Services,
  caller: Caller,
  input: { run: Id; project?: string },
): Promise<ShownRun> => {
  const project = resolveProject(caller, input.project);
  const history = await services.stores.runs.history(project, await runIdOf(services, project, input.run));
  if (history === null) throw notFound('run');
  return { ...history, heard: await services.stores.heard.ofRun(project, history.run.run_id) };
};

/** A run's id from itself, or from the key of its task. @throws HoneError NOT_FOUND */
export const runIdOf = async (services: Services, project: string, runOrTaskKey: string): Promise<Id> => {
  if ((await services.stores.runs.findRun(project, runOrTaskKey)) !== null) return runOrTaskKey;
  const latest = await findRunOfKeys(services, project, [runOrTaskKey]);
  if (latest === null) throw notFound('run or task key');
  return latest;
};
