import type { LoopFinding } from '../../domain/loops/loop-finding.ts';
import type { Route, RouteOption } from '../../domain/routing/route.ts';
import type { RoutingDecision, RoutingRecord } from '../../domain/routing/routing-record.ts';
import { DEFAULT_WORKFLOW, type Workflow, type WorkflowSet, workflowNamed } from '../../domain/workflow.ts';

/** The answer of `start_task` to the question which workflow the task belongs to. */
export interface RoutingAnswer {
  readonly decision: RoutingDecision;
  readonly workflow: string | null;
  readonly confidence: number | null;
  readonly reason: string;
  readonly options?: readonly { workflow: string; confidence: number; entry: string }[];
  readonly owner?: string;
}

/** An answer with the workflows that hold meanwhile: one when it is decided, else all that it may be. */
export interface SettledRouting {
  readonly answer: RoutingAnswer;
  readonly holding: readonly Workflow[];
  /** The agent named it. */
  readonly named: boolean;
  /** The workflow was changed too often and stays as it is. */
  readonly frozen?: LoopFinding;
}

export interface RoutingFacts {
  readonly set: WorkflowSet | null;
  /** What the texts say; null where nobody had to ask them. */
  readonly route: Route | null;
  readonly named: string | undefined;
  /** Earlier answers about this task, oldest first. */
  readonly earlier: readonly RoutingRecord[];
}

/** A task that changed its workflow so often goes in circles: a person must file it. */
export const MOST_CHANGES = 2;

const proceed = (workflow: Workflow, reason: string, named: boolean, confidence: number | null): SettledRouting => ({
  answer: { decision: 'proceed', workflow: workflow.name, confidence, reason },
  holding: [workflow],
  named,
});

/** Whom to ask about any of these. */
export const ownersOf = (workflows: readonly Workflow[]): string =>
  [...new Set(workflows.map(({ owner }) => owner))].join(', ');

const escalate = (workflows: readonly Workflow[], reason: string): SettledRouting => ({
  answer: { decision: 'escalate', workflow: null, confidence: null, reason, owner: ownersOf(workflows) },
  holding: workflows,
  named: false,
});

/** How often the workflow of a task was changed after it had one. */
export const workflowChanges = (earlier: readonly RoutingRecord[], next?: string): number => {
  const decided = [...earlier.flatMap(({ workflow }) => workflow ?? []), ...(next === undefined ? [] : [next])];
  return decided.filter((workflow, i) => i > 0 && workflow !== decided[i - 1]).length;
};

/** Settles which workflow holds. A named one is taken, a filed task stays where it is, and nothing is guessed twice. */
export const settleRouting = (facts: RoutingFacts): SettledRouting => {
  const { set, named, earlier } = facts;
  if (set === null) return undeclared(named);
  const before = earlier.at(-1);
  const filed = earlier.findLast(({ workflow }) => workflow !== undefined)?.workflow;
  if (named !== undefined) return namedWorkflow(set, named, earlier);
  const known = filed === undefined ? null : workflowNamed(set, filed);
  if (known !== null)
    return proceed(known, `This task is filed under ${known.name}.`, false, before?.confidence ?? null);
  if (before?.decision === 'clarify') {
    return escalate(
      set.workflows,
      'You were asked which workflow this is and named none. Ask a person; it is not guessed.',
    );
  }
  return byTexts(set, facts.route);
};

const undeclared = (named: string | undefined): SettledRouting =>
  proceed(
    { ...DEFAULT_WORKFLOW, name: named ?? DEFAULT_WORKFLOW.name },
    named === undefined
      ? 'This project declares no workflow, so the default guardrails hold.'
      : 'You named the workflow. It is not declared in this project, so the default guardrails hold.',
    named !== undefined,
    null,
  );

const namedWorkflow = (set: WorkflowSet, named: string, earlier: readonly RoutingRecord[]): SettledRouting => {
  const workflow = workflowNamed(set, named);
  if (workflow === null) return clarify(set, optionsOf(set), 'This project declares no workflow of that name.');
  if (workflowChanges(earlier, named) > MOST_CHANGES) {
    const filed = earlier.findLast((one) => one.workflow !== undefined)?.workflow ?? named;
    const advice = `The workflow of this task was changed more than ${MOST_CHANGES} times. It stays as it is until a person decides.`;
    return {
      ...escalate([workflowNamed(set, filed) ?? workflow, workflow], advice),
      frozen: { pattern: 'routing_ping_pong', action: 'escalate', advice, lessons: [] },
    };
  }
  return proceed(workflow, 'You named the workflow.', true, null);
};

/** Without anything known of the task every workflow is as likely. */
const optionsOf = (set: WorkflowSet): RouteOption[] =>
  set.workflows.slice(0, 3).map(({ name }) => ({ workflow: name, confidence: 1 / set.workflows.length }));

const clarify = (set: WorkflowSet, options: readonly RouteOption[], reason: string): SettledRouting => {
  const holding = options.flatMap(({ workflow }) => workflowNamed(set, workflow) ?? []);
  const offered = options.map(({ workflow, confidence }) => ({
    workflow,
    confidence,
    entry: workflowNamed(set, workflow)?.entry ?? '',
  }));
  return {
    answer: {
      decision: 'clarify',
      workflow: null,
      confidence: null,
      reason,
      options: offered,
      owner: ownersOf(holding),
    },
    holding,
    named: false,
  };
};

const byTexts = (set: WorkflowSet, route: Route | null): SettledRouting => {
  const best = route?.options[0];
  const workflow = best === undefined ? null : workflowNamed(set, best.workflow);
  if (route?.decision === 'proceed' && workflow !== null) {
    return proceed(workflow, `The task reads like ${workflow.name}.`, false, route.confidence);
  }
  if (route?.decision === 'clarify') {
    return clarify(set, route.options, 'The task could belong to each of these, and none of them clearly.');
  }
  const rest = workflowNamed(set, DEFAULT_WORKFLOW.name);
  return rest === null
    ? escalate(set.workflows, 'No workflow of this project covers such a task, so no agent may start it alone.')
    : proceed(rest, `No other workflow covers such a task, so ${rest.name} holds.`, false, null);
};
