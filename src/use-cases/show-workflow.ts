import { HoneError } from '../domain/error.ts';
import { closest } from '../domain/text/closest.ts';
import type { Workflow } from '../domain/workflow.ts';
import { listWorkflows } from './list-workflows.ts';
import type { Caller, Services } from './services.ts';

/**
 * One workflow of the project.
 *
 * @throws HoneError NOT_FOUND with the names that there are.
 */
export const showWorkflow = async (
  services: Services,
  caller: Caller,
  input: { workflow: string; project?: string },
): Promise<Workflow> => {
  const { items } = await listWorkflows(services, caller, input);
  const found = items.find(({ name }) => name === input.workflow);
  if (found !== undefined) return found;
  const names = items.map(({ name }) => name);
  const near = closest(input.workflow, names);
  throw new HoneError(
    'NOT_FOUND',
    'This project declares no workflow of that name.',
    `${near === null ? '' : `Did you mean ${near}? `}There are: ${names.join(', ')}.`,
  );
};
