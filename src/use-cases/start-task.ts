import type { Id, Time } from '../domain/ids.ts';
import { type LoopFinding, type LoopWarning, mostUrgent, warningOf } from '../domain/loops/loop-finding.ts';
import type { Progress } from '../domain/loops/loop-signal.ts';
import type { Recall } from '../domain/recall.ts';
import type { Route } from '../domain/routing/route.ts';
import type { Run, Task } from '../domain/run.ts';
import { DEFAULT_WORKFLOW, type WorkflowSet } from '../domain/workflow.ts';
import type { Stores } from '../ports/unit-of-work.ts';
import { takeSessionRun } from './capture/session-run.ts';
import { noteChecks } from './citations/note-checks.ts';
import { readableWorkflows } from './guard/readable-workflows.ts';
import { maskSecrets } from './guard/screen-input.ts';
import { answerFor } from './holdout/answer-for.ts';
import { drawArm } from './holdout/draw-arm.ts';
import { loopsAtStart } from './loops/loops-at-start.ts';
import { noteLoops } from './loops/note-loops.ts';
import { once } from './once.ts';
import { switchedOff } from './override/switched-off.ts';
import { toRecall, toRecord } from './recall/remember.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';
import { type HeldTerms, heldTerms } from './start/held-terms.ts';
import { rankForTask } from './start/rank-workflows.ts';
import { NOT_ASKED, type Recalled, recallAtStart } from './start/recall-at-start.ts';
import { ownersOf, type RoutingAnswer, type SettledRouting, settleRouting } from './start/settle-routing.ts';

export interface StartTaskInput {
  readonly task: string;
  readonly aspects?: readonly string[] | undefined;
  readonly project?: string | undefined;
  readonly workflow?: string | undefined;
  readonly task_key?: string | undefined;
  readonly paths?: readonly string[] | undefined;
  readonly error?: string | undefined;
  readonly progress?: Progress | undefined;
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
  readonly loop?: LoopWarning & { readonly attempts: number; readonly same_error: number };
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
  if (!asks) return { recalled: NOT_ASKED, ...routed };
  const task = await knownTask(services.stores, project, input);
  const workflow = task?.workflow ?? workflowOf(settleRouting({ ...routed, named: input.workflow, earlier: [] }));
  return { recalled: await recallAtStart(services, project, input, { task, workflow }), ...routed };
};

const routeFor = async (
  services: Services,
  project: string,
  input: StartTaskInput,
): Promise<Pick<Prepared, 'set' | 'route'>> => {
  const set = await readableWorkflows(services, await services.stores.workflows.current(project));
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
  const at = services.clock.now();
  const looped = asked === null ? await loopsAtStart(stores, task, input, terms.guardrails, at) : NO_LOOPS;
  const findings = [...looped.findings, ...(routing.frozen === undefined ? [] : [routing.frozen])];
  const run = asked ?? newRun(start, task, { attempt: earlier.length + 1, looped: findings.length > 0, at });
  if (asked === null) await stores.runs.addRun(run);
  await noteRouting(start, run, routing, at);
  await noteLoops(stores, run, findings, at);
  const urgent = mostUrgent(findings);
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
    routing: urgent === null ? routing.answer : stopped(routing, urgent),
    ...terms,
    ...(urgent === null ? {} : { loop: { attempts: run.attempt, same_error: looped.sameError, ...warningOf(urgent) } }),
    recall: toRecall(answer, recallId),
  };
};

const NO_LOOPS = { findings: [], sameError: 0 } as const;

/** A loop that is to be escalated is no task to go on with, whatever its workflow is. */
const stopped = ({ answer, holding }: SettledRouting, { action, advice }: LoopFinding): RoutingAnswer =>
  action === 'escalate' && answer.decision === 'proceed'
    ? { ...answer, decision: 'escalate', reason: advice, owner: ownersOf(holding) }
    : answer;

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
  if (!fits) return sessionTask(start, known);
  return {
    known: known ?? (await stores.runs.findTask(project, open.task_id)),
    asked: await stores.runs.findRun(project, open.run_id),
  };
};

/** A run that a hook opened for the prompt of this very agent. */
const sessionTask = async (
  { services, stores, caller, project, input, recalled }: Start,
  known: Task | null,
): Promise<{ known: Task | null; asked: Run | null }> => {
  const { name, kind } = caller.principal;
  if (kind !== 'agent' || recalled === NOT_ASKED) return { known, asked: null };
  const of = { project, principal: name, taskKey: input.task_key, now: services.clock.now() };
  const opened = await takeSessionRun(stores, of);
  return opened === null ? { known, asked: null } : { known: opened.task, asked: opened.run };
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
    ...((await switchedOff(services, stores)).has('holdout')
      ? {}
      : await drawArm(services, stores.trials, { project, workflow: workflowOf(routing) })),
  };
  await stores.runs.addTask(task);
  return task;
};

const newRun = (
  { services, caller, input }: Start,
  task: Task,
  { attempt, looped, at }: { attempt: number; looped: boolean; at: Time },
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
  started_at: at,
  ...(input.progress === undefined ? {} : { progress: input.progress }),
  looped,
});
