import { stringify } from 'yaml';
import type { Workflow } from '../../../domain/workflow.ts';

/** The workflows in the form that `hone workflow apply` reads: what comes out goes in again unchanged. */
export const writeWorkflowFile = (workflows: readonly Workflow[]): string =>
  stringify({ workflows: fileValue(workflows) }, { lineWidth: 100 });

export const fileValue = (workflows: readonly Workflow[]): Record<string, Omit<Workflow, 'name'>> =>
  Object.fromEntries(workflows.map(({ name, ...workflow }) => [name, workflow]));
