import type { Time } from '../../domain/ids.ts';
import { endOf, stateOf } from '../../domain/trial.ts';
import type { Services } from '../services.ts';

export interface RunningTrial {
  readonly workflow: string;
  readonly ends_at: Time;
}

/** The trials that draw tasks now. While there is one, what belongs to no task must not carry lessons into its holdout. */
export const runningTrials = async (
  { stores, clock }: Pick<Services, 'stores' | 'clock'>,
  project: string,
): Promise<RunningTrial[]> => {
  const now = clock.now();
  const records = await stores.trials.list(project);
  return records
    .filter((record) => stateOf(record, now) === 'running')
    .map((record) => ({ workflow: record.trial.workflow, ends_at: endOf(record) }));
};
