export type Permission = 'agent' | 'checkpoint' | 'human_only';

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

/** A bounded kind of task: who owns it, when it starts, what an agent may do in it. */
export interface Workflow {
  readonly name: string;
  readonly owner: string;
  readonly entry: string;
  readonly examples: readonly string[];
  readonly requires: readonly string[];
  readonly guardrails: Guardrails;
  readonly boundary: readonly BoundaryRule[];
  readonly checkpoints: readonly string[];
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
  boundary: [{ paths: ['**'], may: 'agent' }],
  checkpoints: [],
};
