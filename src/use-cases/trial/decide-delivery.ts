import { HoneError } from '../../domain/error.ts';
import { type Delivery, EVERY_WORKFLOW, isHoldoutShare } from '../../domain/holdout/delivery.ts';
import { refuseSecrets } from '../guard/screen-input.ts';
import { resolveProject } from '../resolve-project.ts';
import type { Caller, Services } from '../services.ts';
import { signed } from '../signed.ts';
import { requireLead } from './require-lead.ts';

export interface DecideDeliveryInput {
  readonly project?: string | undefined;
  /** Absent: every workflow without a decision of its own. */
  readonly workflow?: string | undefined;
  readonly holdout_share: number;
  readonly reason?: string | undefined;
}

/**
 * Sets the share of new tasks that go without memory outside trials. Holds at the next answer of every running server,
 * and makes all served lessons deliverable again where a rollback had left only the frozen ones. Tasks keep their arms.
 *
 * @throws HoneError INVALID_INPUT for a share that cannot be drawn; FORBIDDEN for anyone but a lead.
 */
export const decideDelivery = async (
  services: Services,
  caller: Caller,
  given: DecideDeliveryInput,
): Promise<Delivery> => {
  const role = requireLead(caller.principal, 'decide on a holdout');
  const input = await refuseSecrets(services, given);
  const project = resolveProject(caller, input.project);
  if (!isHoldoutShare(input.holdout_share)) {
    throw new HoneError(
      'INVALID_INPUT',
      'The share of the holdout cannot be drawn.',
      'Allowed are whole percents from 0 to 0.5, and 1 for a shadow in which nobody gets lessons; 0.05 to 0.1 is advised. Example: 0.05',
    );
  }
  const at = services.clock.now();
  const delivery: Delivery = {
    project,
    workflow: input.workflow ?? EVERY_WORKFLOW,
    holdout_share: input.holdout_share,
    by: caller.principal.name,
    ...(input.reason === undefined ? {} : { reason: input.reason }),
    at,
  };
  await signed(services, caller, 'trial holdout', role).unitOfWork.write(async (stores) => {
    await stores.directory.addProject(project, at);
    await stores.trials.setDelivery(delivery);
  });
  return delivery;
};
