import type { Time } from './ids.ts';

/** From what an agent may change by itself to what it may not touch: the later, the more restrictive. */
export const PERMISSIONS = ['agent', 'checkpoint', 'human_only'] as const;
export type Permission = (typeof PERMISSIONS)[number];

export interface BoundaryRule {
  readonly paths: readonly string[];
  readonly may: Permission;
  readonly because?: string;
}

export interface Guardrails {
  readonly timeout_minutes: number;
  readonly max_attempts: number;
  readonly fallback: string;
}

/** What `start_task` can be given beside the task, and a workflow may therefore ask for. */
export const REQUIRABLE = ['task_key', 'error', 'paths', 'aspects', 'agent', 'model'] as const;
export type Requirable = (typeof REQUIRABLE)[number];

/** A bounded kind of task: who owns it, when it starts, what an agent may do in it. */
export interface Workflow {
  readonly name: string;
  readonly owner: string;
  readonly entry: string;
  readonly examples: readonly string[];
  readonly requires: readonly Requirable[];
  readonly guardrails: Guardrails;
  readonly boundary: readonly BoundaryRule[];
  readonly checkpoints: readonly string[];
}

/** All workflows of a project, as a person applied them. The newest version holds. */
export interface WorkflowSet {
  readonly project: string;
  /** From 1, by one each time. */
  readonly version: number;
  readonly workflows: readonly Workflow[];
  readonly by: string;
  readonly at: Time;
}

/** What holds in a project that declares no workflow. */
export const DEFAULT_WORKFLOW: Workflow = {
  name: 'default',
  owner: 'the person you work for',
  entry: 'Any task.',
  examples: [],
  requires: [],
  guardrails: {
    timeout_minutes: 60,
    max_attempts: 3,
    fallback: 'stop, say what you tried, and ask the person you work for',
  },
  boundary: [{ paths: ['**'], may: 'agent', because: 'this project declares no boundary' }],
  checkpoints: [],
};

/** The workflow of that name; null where the project declares none such. Names are compared as they are written. */
export const workflowNamed = (set: WorkflowSet | null, name: string): Workflow | null =>
  set?.workflows.find((one) => one.name === name) ?? null;

/** The workflow that holds for a task filed under a name, also after the team took it out of the file. */
export const workflowOfTask = (set: WorkflowSet | null, name: string): Workflow =>
  workflowNamed(set, name) ?? workflowNamed(set, DEFAULT_WORKFLOW.name) ?? { ...DEFAULT_WORKFLOW, name };
