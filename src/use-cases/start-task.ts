import type { Id } from '../domain/ids.ts';
import { detectLoop, type Loop } from '../domain/loop.ts';
import type { Recall } from '../domain/recall.ts';
import type { Run, Task } from '../domain/run.ts';
import { DEFAULT_WORKFLOW, type Permission, type Workflow } from '../domain/workflow.ts';
import type { Stores } from '../ports/unit-of-work.ts';
import { maskSecrets } from './guard/screen-input.ts';
import { once } from './once.ts';
import { degradedRecall, performRecall, type RecallResult } from './recall/perform-recall.ts';
import { toRecall, toRecord } from './recall/remember.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

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

export interface StartTaskResult {
  readonly run_id: Id;
  readonly task_id: Id;
  readonly project: string;
  readonly attempt: number;
  readonly routing: {
    readonly decision: 'proceed' | 'clarify' | 'escalate';
    readonly workflow: string | null;
    readonly confidence: number | null;
    readonly reason: string;
    readonly options?: readonly { workflow: string; confidence: number; entry: string }[];
    readonly owner?: string;
  };
  readonly boundary: readonly { path: string; may: Permission; owner: string; because: string }[];
  readonly guardrails: {
    readonly timeout_minutes: number;
    readonly max_attempts: number;
    readonly fallback: string;
    readonly checkpoints: readonly string[];
  };
  readonly missing?: readonly string[];
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
): Promise<StartTaskResult> => {
  const input = await maskSecrets(services, given);
  const project = resolveProject(caller, input.project);
  return once(services, caller, {
    project,
    verb: 'start_task',
    input,
    prepare: () => recallFor(services, project, input),
    commit: async (stores, recalled) => {
      const task = await findOrAddTask(services, stores, project, input);
      const earlier = await stores.runs.runsOf(project, task.task_id);
      const workflow: Workflow = { ...DEFAULT_WORKFLOW, name: task.workflow };
      const loop = detectLoop(earlier, input.error, workflow.guardrails.max_attempts);
      const run = newRun(services, caller, task, earlier.length + 1, loop !== null, input);
      await stores.runs.addRun(run);
      const recallId = services.ids.next('recall');
      await stores.runs.addRecall(
        toRecord(recalled, { project, recallId, runId: run.run_id, query: input.task, at: run.started_at }),
      );
      return {
        run_id: run.run_id,
        task_id: task.task_id,
        project,
        attempt: run.attempt,
        routing: routing(task.workflow, input.workflow !== undefined),
        boundary: boundaryOf(workflow, input.paths ?? []),
        guardrails: { ...workflow.guardrails, checkpoints: workflow.checkpoints },
        ...(loop === null ? {} : { loop }),
        recall: toRecall(recalled, recallId),
      };
    },
  });
};

const recallFor = async (services: Services, project: string, input: StartTaskInput): Promise<RecallResult> => {
  try {
    const task = await knownTask(services.stores, project, input);
    return await performRecall(services, {
      project,
      query: input.task,
      aspects: input.aspects ?? [],
      paths: input.paths ?? [],
      ...(input.error === undefined ? {} : { error: input.error }),
      limit: 3,
      tokenBudget: 800,
      detailed: false,
      ...(task?.arm === 'holdout' ? { withhold: 'holdout' as const } : {}),
    });
  } catch (error) {
    return degradedRecall(error);
  }
};

const knownTask = async (stores: Stores, project: string, { task_key }: StartTaskInput): Promise<Task | null> =>
  task_key === undefined ? null : stores.runs.findTaskByKey(project, task_key);

const findOrAddTask = async (
  services: Services,
  stores: Stores,
  project: string,
  input: StartTaskInput,
): Promise<Task> => {
  const known = await knownTask(stores, project, input);
  if (known !== null) return known;
  const task: Task = {
    project,
    task_id: services.ids.next('task'),
    ...(input.task_key === undefined ? {} : { task_key: input.task_key }),
    text: input.task,
    workflow: input.workflow ?? DEFAULT_WORKFLOW.name,
    started_at: services.clock.now(),
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

const routing = (workflow: string, named: boolean): StartTaskResult['routing'] => ({
  decision: 'proceed',
  workflow,
  confidence: null,
  reason: named
    ? 'You named the workflow. It is not declared in this project, so the default guardrails hold.'
    : 'This project declares no workflow, so the default guardrails hold.',
});

const boundaryOf = (workflow: Workflow, paths: readonly string[]): StartTaskResult['boundary'] =>
  paths.map((path) => ({
    path,
    may: 'agent',
    owner: workflow.owner,
    because: 'this project declares no boundary',
  }));
