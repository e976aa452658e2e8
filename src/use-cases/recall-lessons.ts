import type { Id } from '../domain/ids.ts';
import type { Recall } from '../domain/recall.ts';
import type { Run } from '../domain/run.ts';
import { maskSecrets } from './guard/screen-input.ts';
import { answerFor } from './holdout/answer-for.ts';
import { deliveryOf } from './holdout/delivery-of.ts';
import { locateRun } from './locate.ts';
import { degradedRecall, performRecall, type RecallAnswer } from './recall/perform-recall.ts';
import { toRecall, toRecord } from './recall/remember.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

export interface RecallLessonsInput {
  readonly query: string;
  readonly aspects?: readonly string[] | undefined;
  readonly project?: string | undefined;
  readonly run_id?: Id | undefined;
  readonly paths?: readonly string[] | undefined;
  readonly error?: string | undefined;
  readonly limit?: number | undefined;
  readonly token_budget?: number | undefined;
  readonly format?: 'concise' | 'detailed' | undefined;
}

/**
 * What the team learned about a query. With a run, what is shown becomes its exposures; without one nothing is counted.
 * A store that fails degrades the answer; it is no error.
 *
 * @throws HoneError NOT_FOUND for a run out of reach; FORBIDDEN for a project outside the credential.
 */
export const recallLessons = async (services: Services, caller: Caller, given: RecallLessonsInput): Promise<Recall> => {
  const input = await maskSecrets(services, given);
  const run = input.run_id === undefined ? null : await locateRun(services, caller, input.run_id, input.project);
  const project = run?.project ?? resolveProject(caller, input.project);
  const result = await recallOrDegrade(services, project, run, input);
  const recallId = services.ids.next('recall');
  await remember(services, result, { project, recallId, run, query: input.query });
  return toRecall(result, recallId);
};

const recallOrDegrade = async (
  services: Services,
  project: string,
  run: Run | null,
  input: RecallLessonsInput,
): Promise<RecallAnswer> => {
  try {
    const task = run === null ? null : await services.stores.runs.findTask(project, run.task_id);
    // Without a run the answer belongs to no task, and no arm or trial speaks to it.
    const { shadow, only } =
      task === null
        ? { shadow: false, only: undefined }
        : await deliveryOf(services.stores.trials, project, task.workflow, services.clock.now());
    const result = await performRecall(services, {
      project,
      query: input.query,
      aspects: input.aspects ?? [],
      paths: input.paths ?? run?.paths ?? [],
      ...(input.error === undefined ? {} : { error: input.error }),
      limit: input.limit ?? 3,
      tokenBudget: input.token_budget ?? 800,
      detailed: input.format === 'detailed',
      ...(only === undefined ? {} : { only }),
    });
    return answerFor(task?.arm, shadow, result);
  } catch (error) {
    return degradedRecall(error);
  }
};

const remember = async (
  services: Services,
  result: RecallAnswer,
  facts: { project: string; recallId: Id; run: Run | null; query: string },
): Promise<void> => {
  const at = services.clock.now();
  const { project, recallId, query, run } = facts;
  const record = toRecord(result, { project, recallId, ...(run === null ? {} : { runId: run.run_id }), query, at });
  try {
    await services.unitOfWork.write(async (stores) => {
      await stores.directory.addProject(project, at);
      await stores.runs.addRecall(record);
    });
  } catch (error) {
    // Without a run the record only serves `hone doctor`; with one it is what later verdicts and corrections rest on.
    if (run !== null) throw error;
  }
};
