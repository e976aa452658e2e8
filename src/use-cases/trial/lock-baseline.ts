import type { LockedBaseline } from '../../domain/metrics/locked-baseline.ts';
import { refuseSecrets } from '../guard/screen-input.ts';
import { resolveProject } from '../resolve-project.ts';
import type { Caller, Services } from '../services.ts';
import { signed } from '../signed.ts';
import { timeWindow } from '../time-window.ts';
import { requireLead } from './require-lead.ts';

export interface LockBaselineInput {
  readonly project?: string | undefined;
  /** Absent: every workflow together. */
  readonly workflow?: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly reason?: string | undefined;
}

/**
 * Declares a window normal: drift is measured against it, and trials take it as their baseline, until the next such
 * decision.
 *
 * @throws HoneError INVALID_INPUT for a window that is none; FORBIDDEN for anyone but a lead.
 */
export const lockBaseline = async (
  services: Services,
  caller: Caller,
  given: LockBaselineInput,
): Promise<LockedBaseline> => {
  const role = requireLead(caller.principal, 'lock a baseline');
  const input = await refuseSecrets(services, given);
  const project = resolveProject(caller, input.project);
  const at = services.clock.now();
  const baseline: LockedBaseline = {
    project,
    ...(input.workflow === undefined ? {} : { workflow: input.workflow }),
    ...timeWindow({ since: input.from, until: input.to }, at),
    by: caller.principal.name,
    ...(input.reason === undefined ? {} : { reason: input.reason }),
    at,
  };
  await signed(services, caller, 'trial baseline', role).unitOfWork.write(async (stores) => {
    await stores.directory.addProject(project, at);
    await stores.trials.lockBaseline(baseline);
  });
  return baseline;
};
