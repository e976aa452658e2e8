import { HoneError } from '../../domain/error.ts';
import type { TrialRecord } from '../../domain/trial.ts';
import type { TrialStore } from '../../ports/trial-store.ts';

/** Which trial is meant: by its id, else the newest of the workflow, else the newest of all. */
export interface TrialChoice {
  readonly project?: string | undefined;
  readonly trial_id?: string | undefined;
  readonly workflow?: string | undefined;
}

/** @throws HoneError NOT_FOUND */
export const locateTrial = async (trials: TrialStore, project: string, choice: TrialChoice): Promise<TrialRecord> => {
  const found = await find(trials, project, choice);
  if (found !== null) return found;
  throw new HoneError(
    'NOT_FOUND',
    'No such trial in this project.',
    '`hone trial status` lists them. Start one: hone trial start --workflow bugfix --owner platform-team --days 7',
  );
};

const find = async (trials: TrialStore, project: string, choice: TrialChoice): Promise<TrialRecord | null> => {
  if (choice.trial_id !== undefined) return trials.find(project, choice.trial_id);
  if (choice.workflow !== undefined) return trials.latest(project, choice.workflow);
  return (await trials.list(project))[0] ?? null;
};
