import { checkpointStatus } from '../domain/checkpoint.ts';
import { holds } from '../domain/guard/finding.ts';
import type { Id } from '../domain/ids.ts';
import { refuseSecrets } from './guard/screen-input.ts';
import { locateRun } from './locate.ts';
import type { Caller, Services } from './services.ts';

/**
 * Keeps what an agent's client says that its user answered. It is no approval and counts as no intervention: clients can
 * answer by script. What a guard holds, a question of high risk, or one that is closed, takes none. True when it was kept.
 *
 * @throws HoneError NOT_FOUND for a run out of reach; SECRET_FOUND
 */
export const attestCheckpoint = async (
  services: Services,
  caller: Caller,
  given: { run_id: Id; checkpoint_id: Id; answer: string },
): Promise<boolean> => {
  const input = await refuseSecrets(services, given);
  // A client answers by script if it likes: what a guard holds is no user's word.
  if ((await services.guard.inspect([{ field: 'answer', text: input.answer }])).some(holds)) return false;
  const { project, run_id } = await locateRun(services, caller, input.run_id);
  const at = services.clock.now();
  return services.unitOfWork.write(async (stores) => {
    const checkpoint = await stores.runs.findCheckpoint(project, input.checkpoint_id);
    if (checkpoint === null || checkpoint.run_id !== run_id || checkpoint.risk === 'high') return false;
    if (checkpointStatus(checkpoint, at) !== 'pending') return false;
    const attested = { answer: input.answer, by: caller.principal.name, at };
    return stores.runs.attestCheckpoint(project, input.checkpoint_id, attested);
  });
};
