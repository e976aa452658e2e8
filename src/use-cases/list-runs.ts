import type { OutcomeRecord, Run, Task } from '../domain/run.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

/** Runs of one project, newest first, each with its task and latest outcome. */
export const listRuns = async (
  services: Services,
  caller: Caller,
  input: { project?: string; limit?: number; offset?: number },
): Promise<{ items: { task: Task; run: Run; outcome?: OutcomeRecord }[]; total: number }> =>
  services.stores.runs.listRuns(resolveProject(caller, input.project), {
    ...(input.limit === undefined ? {} : { limit: input.limit }),
    ...(input.offset === undefined ? {} : { offset: input.offset }),
  });
