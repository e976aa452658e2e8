import type { Incident } from '../../domain/incident.ts';
import { refuseSecrets } from '../guard/screen-input.ts';
import { resolveProject } from '../resolve-project.ts';
import type { Caller, Services } from '../services.ts';
import { signed } from '../signed.ts';
import { prepareEnd, refuseEnded } from './close-trial.ts';
import { locateTrial, type TrialChoice } from './locate-trial.ts';
import { reportTrial, type TrialReport } from './report-trial.ts';
import { requireLead } from './require-lead.ts';

export interface StopTrialInput extends TrialChoice {
  readonly reason?: string | undefined;
  readonly incident?: Incident | undefined;
}

/**
 * Ends a trial. Its look is taken first when that is due; stopped before, it is inconclusive, unless harm or an incident
 * says otherwise. Delivery becomes what it was before the trial; tasks keep their arms.
 *
 * @throws HoneError NOT_FOUND; CONFLICT when it was ended before; FORBIDDEN for anyone but a lead.
 */
export const stopTrial = async (services: Services, caller: Caller, given: StopTrialInput): Promise<TrialReport> => {
  const role = requireLead(caller.principal, 'stop a trial');
  const input = await refuseSecrets(services, given);
  const project = resolveProject(caller, input.project);
  const found = await locateTrial(services.stores.trials, project, input);
  refuseEnded(found);
  await prepareEnd(services, caller, found, input.incident);
  const { trial_id } = found.trial;
  await signed(services, caller, 'trial stop', role).unitOfWork.write(async ({ trials }) => {
    refuseEnded((await trials.find(project, trial_id)) ?? found);
    await trials.addEvent({
      project,
      trial_id,
      kind: 'stopped',
      by: caller.principal.name,
      at: services.clock.now(),
      ...(input.reason === undefined ? {} : { reason: input.reason }),
    });
  });
  return reportTrial(services, caller, { project, trial_id });
};
