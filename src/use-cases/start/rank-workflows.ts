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
  return routeTask(indexExamples(known), routedText(task, await vectorOf(services, task)));
};

/** Null without the model in time: then words decide alone. */
const vectorOf = async ({ embedder, settings }: Services, text: string): Promise<Float32Array | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), settings.denseWaitMs);
  });
  try {
    return await Promise.race([embedder.embed(text), late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
};
