import type { Estimate } from '../estimate.ts';
import type { Correction } from '../intervention.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Cohort } from './cohort.ts';

/** M8: abstentions in runs in which a person then said what a served lesson said already ÷ abstentions. */
export const wrongAbstentionRate = ({ tasks }: Cohort): Estimate => {
  const abstained = tasks.flatMap(({ recalls, corrections }) =>
    recalls
      .filter((recall) => recall.decision === 'abstain')
      .map((recall) =>
        corrections.some((one) => one.run_id === recall.run_id && one.at >= recall.at && couldHelp(one)),
      ),
  );
  return wilson(abstained.filter(Boolean).length, abstained.length);
};

/** A holdout withholds on purpose: that is no fault of the abstention. */
const couldHelp = ({ match, repeat_why }: Correction): boolean =>
  match === 'repeat' && (repeat_why ?? 'missed') === 'missed';

/** M8: abstaining recalls ÷ recalls. */
export const abstentionRate = ({ tasks }: Cohort): Estimate => {
  const recalls = tasks.flatMap((history) => history.recalls);
  return wilson(recalls.filter((recall) => recall.decision === 'abstain').length, recalls.length);
};
