import { type Checkpoint, type CheckpointStatus, checkpointStatus } from '../domain/checkpoint.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

/** The questions that wait for a human, oldest first; with `all`, the closed ones too. */
export const listCheckpoints = async (
  services: Services,
  caller: Caller,
  input: { project?: string; all?: boolean },
): Promise<{ items: (Checkpoint & { status: CheckpointStatus })[]; total: number }> => {
  const now = services.clock.now();
  const project = resolveProject(caller, input.project);
  const found = await services.stores.runs.listCheckpoints(project, input.all ? {} : { openAt: now });
  const items = found.map((one) => ({ ...one, status: checkpointStatus(one, now) }));
  return { items, total: items.length };
};
