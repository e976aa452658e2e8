import type { RunLine } from '../../domain/events/event-line.ts';
import type { Id } from '../../domain/ids.ts';
import type { Run } from '../../domain/run.ts';
import { fingerprint } from '../../domain/text/fingerprint.ts';
import { DEFAULT_WORKFLOW } from '../../domain/workflow.ts';
import type { Stores } from '../../ports/unit-of-work.ts';

/** Who wrote what was brought in from a file and named nobody. */
export const IMPORTER = 'import';

/** An id as a store gives it; an exported history names its runs so. */
const RUN_ID = /^run_[0-9a-z]{32,33}$/u;

/**
 * The id under which a file's own key of a run is kept: the same for the same key, so that a second import finds it. A key that
 * is an id stays one: a copy knows its runs under their old ids, and by the keys of the file that they first came from.
 */
export const runIdOfKey = (project: string, key: string): Id =>
  RUN_ID.test(key) ? key : `run_${fingerprint({ project, run: key })}`;

/** A run by a file's key: one of this store's own ids, or a key of an earlier import. */
export const findRunByKey = async (stores: Stores, project: string, key: string): Promise<Run | null> =>
  (await stores.runs.findRun(project, key)) ?? stores.runs.findRun(project, runIdOfKey(project, key));

const taskOf = async (stores: Stores, project: string, line: RunLine): Promise<Id> => {
  const known = line.task_key === undefined ? null : await stores.runs.findTaskByKey(project, line.task_key);
  if (known !== null) return known.task_id;
  const task_id = `task_${fingerprint({ project, task: line.task_key ?? null, run: line.task_key ? null : line.run })}`;
  await stores.runs.addTask({
    project,
    task_id,
    ...(line.task_key === undefined ? {} : { task_key: line.task_key }),
    text: line.task ?? line.task_key ?? '',
    workflow: line.workflow ?? DEFAULT_WORKFLOW.name,
    started_at: line.at,
    ...(line.arm === undefined ? {} : { arm: line.arm }),
  });
  return task_id;
};

/** Keeps a run that was not there, with its task. Runs of one task must come oldest first. */
export const keepRun = async (stores: Stores, project: string, line: RunLine): Promise<Run> => {
  const task_id = await taskOf(stores, project, line);
  const run: Run = {
    project,
    run_id: runIdOfKey(project, line.run),
    task_id,
    attempt: (await stores.runs.runsOf(project, task_id)).length + 1,
    text: line.task ?? line.task_key ?? '',
    aspects: [],
    paths: [],
    ...(line.agent === undefined ? {} : { agent: line.agent }),
    ...(line.model === undefined ? {} : { model: line.model }),
    principal: IMPORTER,
    started_at: line.at,
    looped: false,
  };
  await stores.runs.addRun(run);
  return run;
};
