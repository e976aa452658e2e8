import { type Route, routeTask } from '../../domain/routing/route.ts';
import { indexExamples, routedText } from '../../domain/routing/similarity.ts';
import type { WorkflowSet } from '../../domain/workflow.ts';
import { modelKey } from '../recall/model-key.ts';
import type { Services } from '../services.ts';

/** What a project's texts say of a task: done before the write, because it waits for the model. */
export const rankForTask = async (
  services: Services,
  project: string,
  set: WorkflowSet,
  task: string,
): Promise<Route> => {
  const examples = await services.stores.workflows.examples(project, modelKey(services.embedder));
  const declared = new Set(set.workflows.map(({ name }) => name));
  const known = examples.filter(({ workflow }) => declared.has(workflow));
  // Without the model in time words decide alone.
  const vector = await services.embedder.embed(task).catch(() => null);
  return routeTask(indexExamples(known), routedText(task, vector));
};
