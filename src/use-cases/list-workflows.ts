import { DEFAULT_WORKFLOW, type Workflow, type WorkflowSet } from '../domain/workflow.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

export interface ListedWorkflows {
  readonly project: string;
  /** 0: the project declares none, and the built-in one holds. */
  readonly version: number;
  readonly applied_by?: string;
  readonly applied_at?: string;
  readonly items: readonly Workflow[];
  readonly total: number;
}

/** The workflows that hold in a project, as they were applied. */
export const listWorkflows = async (
  services: Services,
  caller: Caller,
  input: { project?: string },
): Promise<ListedWorkflows> => {
  const project = resolveProject(caller, input.project);
  return listed(project, await services.stores.workflows.current(project));
};

const listed = (project: string, set: WorkflowSet | null): ListedWorkflows => {
  const items = set?.workflows ?? [DEFAULT_WORKFLOW];
  return {
    project,
    version: set?.version ?? 0,
    ...(set === null ? {} : { applied_by: set.by, applied_at: set.at }),
    items,
    total: items.length,
  };
};
