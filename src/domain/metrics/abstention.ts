import type { Estimate } from '../estimate.ts';
import type { Correction } from '../intervention.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Cohort } from './cohort.ts';
import type { TaskHistory } from './task-history.ts';

/** A holdout withholds on purpose: that is no fault of the abstention. */
const couldHelp = ({ match, repeat_why }: Correction): boolean =>
  match === 'repeat' && (repeat_why ?? 'missed') === 'missed';

/** Abstentions of a task in runs in which a person then said what a served lesson said already. */
export const wronglyAbstained = ({ recalls, corrections }: Pick<TaskHistory, 'recalls' | 'corrections'>): number => {
  if (corrections.length === 0) return 0;
  const lacking = corrections.filter(couldHelp);
  return recalls.filter(
    ({ decision, run_id, at }) =>
      decision === 'abstain' && lacking.some((one) => one.run_id === run_id && one.at >= at),
  ).length;
};

/** M8: wrong abstentions ÷ abstentions. */
export const wrongAbstentionRate = ({ tasks }: Cohort): Estimate =>
  wilson(
    tasks.reduce((sum, one) => sum + one.wronglyAbstained, 0),
    tasks.reduce((sum, { abstained }) => sum + abstained, 0),
  );

/** M8: abstaining recalls ÷ recalls. */
export const abstentionRate = ({ tasks }: Cohort): Estimate =>
  wilson(
    tasks.reduce((sum, { abstained }) => sum + abstained, 0),
    tasks.reduce((sum, { recalls }) => sum + recalls.length, 0),
  );
