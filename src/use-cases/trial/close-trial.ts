import { HoneError } from '../../domain/error.ts';
import type { Incident } from '../../domain/incident.ts';
import { trialVerdict } from '../../domain/metrics/trial-verdict.ts';
import { closingOf, lookOf, type TrialRecord } from '../../domain/trial.ts';
import type { Caller, Services } from '../services.ts';
import { signed } from '../signed.ts';
import { locateTrial } from './locate-trial.ts';
import { observeTrial } from './observe-trial.ts';
import { takeLook } from './report-trial.ts';

/** @throws HoneError CONFLICT when the trial was ended before. */
export const refuseEnded = (record: TrialRecord): void => {
  const closing = closingOf(record);
  if (closing === null) return;
  throw new HoneError(
    'CONFLICT',
    `The trial was ${closing.kind === 'stopped' ? 'stopped' : 'rolled back'} before.`,
    'See it with `hone trial report`.',
  );
};

/**
 * Makes a trial ready to be ended: notes the incident, if there was one, and takes its look, early when it must. Before
 * its time a look can say "roll back", and nothing else for certain.
 */
export const prepareEnd = async (
  services: Services,
  caller: Caller,
  found: TrialRecord,
  incident: Incident | undefined,
): Promise<void> => {
  const { project, trial_id, plan } = found.trial;
  const { stores, clock } = services;
  const { unitOfWork } = signed(services, caller, 'trial stop');
  const by = { project, trial_id, by: caller.principal.name };
  if (incident !== undefined) {
    await unitOfWork.write(({ trials }) => trials.addEvent({ ...by, kind: 'incident', incident, at: clock.now() }));
  }
  const record = await takeLook(services, caller, await locateTrial(stores.trials, project, { trial_id }));
  if (lookOf(record) !== null) return;
  const now = clock.now();
  const { figures, incidents } = await observeTrial(stores, record, now);
  const seen = trialVerdict({ figures, incidents, margin: plan.margin });
  const reason = 'It ended before its look, which alone could say "keep".';
  const verdict = seen.decision === 'roll_back' ? seen : { decision: 'inconclusive' as const, reasons: [reason] };
  await unitOfWork.write(({ trials }) => trials.addEvent({ ...by, kind: 'looked', at: now, figures, verdict }));
};
