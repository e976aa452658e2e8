import { HoneError } from '../domain/error.ts';
import type { Id } from '../domain/ids.ts';
import { mostUrgent, warningOf } from '../domain/loops/loop-finding.ts';
import type { Recall } from '../domain/recall.ts';
import type { Run } from '../domain/run.ts';
import { noteChecks } from './citations/note-checks.ts';
import { maskSecrets } from './guard/screen-input.ts';
import { answerFor } from './holdout/answer-for.ts';
import { deliveryOf } from './holdout/delivery-of.ts';
import { locateRun } from './locate.ts';
import { type Asked, askedInCircles, heldBack } from './loops/asked-in-circles.ts';
import { suppressedLessons } from './loops/loops-at-start.ts';
import { noteLoops } from './loops/note-loops.ts';
import { degradedRecall, performRecall, type RecallAnswer, type RecallRequest } from './recall/perform-recall.ts';
import { recallFromMemory } from './recall/recall-from-memory.ts';
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
  const begun = performance.now();
  const input = await maskSecrets(services, given);
  const { run, project } = await placeOf(services, caller, input);
  const found = await recallOrDegrade(services, project, run, input);
  const asked = await askedInCircles(services, run, input, found);
  const result = asked.repeated ? heldBack(found, asked.repeated.advice) : found;
  const recallId = services.ids.next('recall');
  const recall = toRecall(result, recallId);
  const unrecorded = await remember(services, result, {
    project,
    recallId,
    run,
    input,
    asked,
    begun,
    by: caller.principal.name,
  });
  const urgent = mostUrgent(asked.findings);
  return {
    ...recall,
    ...(unrecorded === null ? {} : { reason: `${recall.reason} ${unrecorded}` }),
    ...(urgent === null ? {} : { loop: warningOf(urgent) }),
  };
};

/** A run that cannot be looked up now is no reason to answer nothing; one that does not exist is. */
const placeOf = async (
  services: Services,
  caller: Caller,
  input: RecallLessonsInput,
): Promise<{ project: string; run: Run | null | 'unknown' }> => {
  const { run_id: runId } = input;
  if (runId === undefined) return { project: resolveProject(caller, input.project), run: null };
  try {
    const run = await locateRun(services, caller, runId, input.project);
    return { project: run.project, run };
  } catch (error) {
    if (!(error instanceof HoneError) || error.code !== 'STORE_UNAVAILABLE') throw error;
    return { project: resolveProject(caller, input.project), run: 'unknown' };
  }
};

const recallOrDegrade = async (
  services: Services,
  project: string,
  run: Run | null | 'unknown',
  input: RecallLessonsInput,
): Promise<RecallAnswer> => {
  const request = requestOf(project, run, input);
  // What memory holds may only be given where no arm and no trial can speak against it.
  let free = run === null;
  try {
    const task = run === null || run === 'unknown' ? null : await services.stores.runs.findTask(project, run.task_id);
    // Without a run the answer belongs to no task, and no arm or trial speaks to it.
    const { shadow, only } =
      task === null
        ? { shadow: false, only: undefined }
        : await deliveryOf(services.stores.trials, project, task.workflow, services.clock.now());
    free ||= task !== null && task.arm !== 'holdout' && !shadow && only === undefined;
    const result = await performRecall(services, {
      ...request,
      ...(only === undefined ? {} : { only }),
      ...(task === null ? {} : { exclude: await suppressedLessons(services.stores, task, null, services.clock.now()) }),
    });
    services.lastGood.keep(project, result.lessons);
    return answerFor(task?.arm, shadow, result);
  } catch (error) {
    return free ? recallFromMemory(services, request, error) : degradedRecall(error);
  }
};

const requestOf = (project: string, run: Run | null | 'unknown', input: RecallLessonsInput): RecallRequest => ({
  project,
  query: input.query,
  aspects: input.aspects ?? [],
  paths: input.paths ?? (run === 'unknown' ? [] : (run?.paths ?? [])),
  ...(input.error === undefined ? {} : { error: input.error }),
  limit: input.limit ?? 3,
  tokenBudget: input.token_budget ?? 800,
  detailed: input.format === 'detailed',
});

/** Why the recall could not be recorded, in words for the agent; null when it was, or will be in a moment. */
const remember = async (
  services: Services,
  result: RecallAnswer,
  facts: {
    project: string;
    recallId: Id;
    run: Run | null | 'unknown';
    input: RecallLessonsInput;
    asked: Asked;
    begun: number;
    by: string;
  },
): Promise<string | null> => {
  const { project, recallId, run, asked } = facts;
  if (run === 'unknown') return NOT_RECORDED;
  const { at } = asked;
  const record = toRecord(result, {
    project,
    recallId,
    ...(run === null ? {} : { runId: run.run_id }),
    query: facts.input.query,
    at,
    asked: asked.print,
    errorPrint: asked.errorPrint,
  });
  const written = services.unitOfWork
    .write(async (stores) => {
      await stores.directory.addProject(project, at);
      await stores.runs.addRecall(record);
      await noteChecks(stores, project, result.seen, { by: facts.by, at, asked: false });
      if (run !== null) await noteLoops(stores, run, asked.findings, at);
    })
    // Without a run the record only serves `hone doctor`.
    .then(
      () => null,
      () => (run === null ? null : NOT_RECORDED),
    );
  // A store that others keep busy is waited for after the answer: the agent goes on.
  return within(written, services.settings.readMs - (performance.now() - facts.begun));
};

const NOT_RECORDED = 'It could not be recorded, so verdicts on these lessons will not count.';

const within = async <T>(work: Promise<T | null>, ms: number): Promise<T | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), Math.max(50, ms));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
