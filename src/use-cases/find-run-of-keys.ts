import type { Id } from '../domain/ids.ts';
import type { Services } from './services.ts';

/** The latest run of the first task that has one of these keys; null when none has. */
export const findRunOfKeys = async (
  services: Services,
  project: string,
  taskKeys: readonly string[],
): Promise<Id | null> => {
  const { runs } = services.stores;
  for (const key of taskKeys) {
    const task = await runs.findTaskByKey(project, key);
    const latest = task === null ? undefined : (await runs.runsOf(project, task.task_id)).at(-1);
    if (latest !== undefined) return latest.run_id;
  }
  return null;
};
