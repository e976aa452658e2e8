import type { Id, Time } from '../domain/ids.ts';
import { detectLoop, type Loop } from '../domain/loop.ts';
import type { Recall } from '../domain/recall.ts';
import type { Route } from '../domain/routing/route.ts';
import type { Run, Task } from '../domain/run.ts';
import { DEFAULT_WORKFLOW, type WorkflowSet } from '../domain/workflow.ts';
import type { Stores } from '../ports/unit-of-work.ts';
import { noteChecks } from './citations/note-checks.ts';
import { maskSecrets } from './guard/screen-input.ts';
import { answerFor } from './holdout/answer-for.ts';
import { deliveryOf } from './holdout/delivery-of.ts';
import { drawArm } from './holdout/draw-arm.ts';
import { once } from './once.ts';
import { degradedRecall, performRecall, type RecallResult } from './recall/perform-recall.ts';
import { toRecall, toRecord } from './recall/remember.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';
import { type HeldTerms, heldTerms } from './start/held-terms.ts';
import { rankForTask } from './start/rank-workflows.ts';
import { type RoutingAnswer, type SettledRouting, settleRouting } from './start/settle-routing.ts';

export interface StartTaskInput {
  readonly task: string;
  readonly aspects?: readonly string[] | undefined;
  readonly project?: string | undefined;
  readonly workflow?: string | undefined;
  readonly task_key?: string | undefined;
  readonly paths?: readonly string[] | undefined;
  readonly error?: string | undefined;
  readonly agent?: string | undefined;
  readonly model?: string | undefined;
  readonly idempotency_key?: string | undefined;
}

export interface StartTaskResult extends HeldTerms {
  readonly run_id: Id;
  readonly task_id: Id;
  readonly project: string;
  readonly attempt: number;
  readonly routing: RoutingAnswer;
  readonly loop?: Loop;
  readonly recall: Recall;
}

/**
 * Opens a run: finds or makes the task, recalls what the team learned about it, and says what holds in it.
 * A recall that fails degrades; it never keeps the agent from its task.
 */
export const startTask = async (
  services: Services,
  caller: Caller,
  given: StartTaskInput,
  /** `recall: false` for runs that are opened on an agent's behalf: it is not told anything now. */
  options: { readonly recall: boolean } = { recall: true },
): Promise<StartTaskResult> => {
  const input = await maskSecrets(services, given);
  const project = resolveProject(caller, input.project);
  return once(services, caller, {
    project,
    verb: 'start_task',
    input,
    prepare: () => prepare(services, project, input, options.recall),
    commit: (stores, prepared) => commit({ services, stores, caller, project, input, ...prepared }),
  });
};

interface Prepared {
  readonly recalled: Recalled;
  readonly set: WorkflowSet | null;
  readonly route: Route | null;
}

const prepare = async (
  services: Services,
  project: string,
  input: StartTaskInput,
  asks: boolean,
): Promise<Prepared> => {
  const routed = await routeFor(services, project, input);
  return { recalled: asks ? await recallFor(services, project, input, routed) : NOT_ASKED, ...routed };
};

/** Both what was found and what the holdout gets of it: the arm is known only when the task is there. */
interface Recalled {
  readonly result: RecallResult;
  readonly shadow: boolean;
}

const routeFor = async (
  services: Services,
  project: string,
  input: StartTaskInput,
): Promise<Pick<Prepared, 'set' | 'route'>> => {
  const set = await services.stores.workflows.current(project);
  if (set === null || input.workflow !== undefined) return { set, route: null };
  return { set, route: await rankForTask(services, project, set, input.task) };
};

interface Start extends Prepared {
  readonly services: Services;
  readonly stores: Stores;
  readonly caller: Caller;
  readonly project: string;
  readonly input: StartTaskInput;
}

const commit = async (start: Start): Promise<StartTaskResult> => {
  const { services, stores, project, input, recalled } = start;
  const { known, asked } = await knownTo(start);
  const routing = await routingOf(start, known);
  const task = known ?? (await addTask(start, routing));
  const runs = await stores.runs.runsOf(project, task.task_id);
  const earlier = runs.filter((run) => run.run_id !== asked?.run_id);
  const terms = heldTerms(routing.holding, input);
  const loop = detectLoop(earlier, input.error, terms.guardrails.max_attempts);
  const run = asked ?? newRun(services, start.caller, task, earlier.length + 1, loop !== null, input);
  if (asked === null) await stores.runs.addRun(run);
  const at = services.clock.now();
  await noteRouting(start, run, routing, at);
  const recallId = services.ids.next('recall');
  const answer = answerFor(task.arm, recalled.shadow, recalled.result);
  if (recalled !== NOT_ASKED) {
    await stores.runs.addRecall(toRecord(answer, { project, recallId, runId: run.run_id, query: input.task, at }));
    await noteChecks(stores, project, answer.seen, { by: start.caller.principal.name, at, asked: false });
  }
  return {
    run_id: run.run_id,
    task_id: task.task_id,
    project,
    attempt: run.attempt,
    routing: routing.answer,
    ...terms,
    ...(loop === null ? {} : { loop }),
    recall: toRecall(answer, recallId),
  };
};

/** Longest wait for the choice after `clarify`: until then it belongs to the run that was asked. */
const CHOICE_HOURS = 24;

/** The task as it is known, and the run that waits for its workflow to be named, if this is the answer to it. */
const knownTo = async (start: Start): Promise<{ known: Task | null; asked: Run | null }> => {
  const { services, stores, caller, project, input } = start;
  const known = await knownTask(stores, project, input);
  const since = new Date(Date.parse(services.clock.now()) - CHOICE_HOURS * 3_600_000).toISOString();
  const open = await stores.workflows.openQuestion(project, {
    principal: caller.principal.name,
    text: input.task,
    since,
  });
  const fits = open !== null && (known === null ? input.task_key === undefined : known.task_id === open.task_id);
  if (!fits) return { known, asked: null };
  return {
    known: known ?? (await stores.runs.findTask(project, open.task_id)),
    asked: await stores.runs.findRun(project, open.run_id),
  };
};

const routingOf = async ({ stores, set, route, input }: Start, task: Task | null): Promise<SettledRouting> =>
  settleRouting({
    set,
    route,
    named: input.workflow,
    earlier: task === null ? [] : await stores.workflows.routings(task.project, task.task_id),
  });

/** Nothing is noted where there was nothing to choose. */
const noteRouting = async ({ stores, set }: Start, run: Run, routing: SettledRouting, at: Time): Promise<void> => {
  if (set === null) return;
  const { decision, workflow, confidence } = routing.answer;
  await stores.workflows.addRouting({
    project: run.project,
    task_id: run.task_id,
    run_id: run.run_id,
    decision,
    ...(workflow === null ? {} : { workflow }),
    ...(confidence === null ? {} : { confidence }),
    named: routing.named,
    at,
  });
};

const NOTHING_ASKED = {
  decision: 'abstain',
  reason: 'Nothing was searched.',
  lessons: [],
  path: 'none',
  tokens: 0,
  nextStep: 'Ask recall_lessons when you need to.',
  candidates: [],
  seen: [],
} as const;
const NOT_ASKED: Recalled = { shadow: false, result: { ...NOTHING_ASKED, held: NOTHING_ASKED } };

const recallFor = async (
  services: Services,
  project: string,
  input: StartTaskInput,
  routed: Pick<Prepared, 'set' | 'route'>,
): Promise<Recalled> => {
  try {
    const task = await knownTask(services.stores, project, input);
    const routing = settleRouting({ ...routed, named: input.workflow, earlier: [] });
    const workflow = task?.workflow ?? workflowOf(routing);
    const { shadow, only } = await deliveryOf(services.stores.trials, project, workflow, services.clock.now());
    const result = await performRecall(services, {
      project,
      query: input.task,
      aspects: input.aspects ?? [],
      paths: input.paths ?? [],
      ...(input.error === undefined ? {} : { error: input.error }),
      limit: 3,
      tokenBudget: 800,
      detailed: false,
      ...(only === undefined ? {} : { only }),
    });
    services.lastGood.keep(project, result.lessons);
    return { result, shadow };
  } catch (error) {
    return { result: degradedRecall(error), shadow: false };
  }
};

const knownTask = async (stores: Stores, project: string, { task_key }: StartTaskInput): Promise<Task | null> =>
  task_key === undefined ? null : stores.runs.findTaskByKey(project, task_key);

const workflowOf = ({ answer }: SettledRouting): string => answer.workflow ?? DEFAULT_WORKFLOW.name;

const addTask = async ({ services, stores, project, input }: Start, routing: SettledRouting): Promise<Task> => {
  const task: Task = {
    project,
    task_id: services.ids.next('task'),
    ...(input.task_key === undefined ? {} : { task_key: input.task_key }),
    text: input.task,
    workflow: workflowOf(routing),
    started_at: services.clock.now(),
    ...(await drawArm(services, stores.trials, { project, workflow: workflowOf(routing) })),
  };
  await stores.runs.addTask(task);
  return task;
};

const newRun = (
  services: Services,
  caller: Caller,
  task: Task,
  attempt: number,
  looped: boolean,
  input: StartTaskInput,
): Run => ({
  project: task.project,
  run_id: services.ids.next('run'),
  task_id: task.task_id,
  attempt,
  text: input.task,
  aspects: input.aspects ?? [],
  paths: input.paths ?? [],
  ...(input.error === undefined ? {} : { error: input.error }),
  ...(input.agent === undefined ? {} : { agent: input.agent }),
  ...(input.model === undefined ? {} : { model: input.model }),
  principal: caller.principal.name,
  started_at: services.clock.now(),
  looped,
});
