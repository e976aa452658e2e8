import { HoneError } from '../../domain/error.ts';
import { endOf, lookOf } from '../../domain/trial.ts';
import { refuseSecrets } from '../guard/screen-input.ts';
import { resolveProject } from '../resolve-project.ts';
import type { Caller, Services } from '../services.ts';
import { signed } from '../signed.ts';
import { refuseEnded } from './close-trial.ts';
import { locateTrial, type TrialChoice } from './locate-trial.ts';
import { reportTrial, type TrialReport } from './report-trial.ts';
import { requireLead } from './require-lead.ts';
import { LONGEST_DAYS } from './start-trial.ts';

const DAY_MS = 86_400_000;

/**
 * Gives a trial more days, before its look or after an inconclusive one: then it gets one more look.
 *
 * @throws HoneError CONFLICT when it ended, or its look decided; INVALID_INPUT beyond four weeks from its start.
 */
export const extendTrial = async (
  services: Services,
  caller: Caller,
  given: TrialChoice & { readonly days: number; readonly reason?: string | undefined },
): Promise<TrialReport> => {
  const role = requireLead(caller.principal, 'extend a trial');
  const input = await refuseSecrets(services, given);
  const project = resolveProject(caller, input.project);
  const { trial } = await locateTrial(services.stores.trials, project, input);
  await signed(services, caller, 'trial extend', role).unitOfWork.write(async ({ trials }) => {
    const record = await locateTrial(trials, project, { trial_id: trial.trial_id });
    refuseEnded(record);
    const decision = lookOf(record)?.verdict.decision;
    if (decision === 'keep' || decision === 'roll_back') {
      throw new HoneError(
        'CONFLICT',
        'The look has decided; more days cannot change it.',
        'End it: `hone trial stop`.',
      );
    }
    const now = services.clock.now();
    const from = Math.max(Date.parse(endOf(record)), Date.parse(now));
    const end = from + input.days * DAY_MS;
    if (!Number.isInteger(input.days) || input.days < 1 || end > Date.parse(trial.started_at) + LONGEST_DAYS * DAY_MS) {
      throw new HoneError(
        'INVALID_INPUT',
        'A trial has at most four weeks from its start.',
        'Give fewer whole days, or stop it and start another.',
      );
    }
    await trials.addEvent({
      project,
      trial_id: trial.trial_id,
      kind: 'extended',
      ends_at: new Date(end).toISOString(),
      by: caller.principal.name,
      at: now,
      ...(input.reason === undefined ? {} : { reason: input.reason }),
    });
  });
  return reportTrial(services, caller, { project, trial_id: trial.trial_id });
};
