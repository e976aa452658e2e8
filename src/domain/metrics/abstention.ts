import type { Estimate } from '../estimate.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Cohort } from './cohort.ts';

/** M8: abstaining recalls ÷ recalls. */
export const abstentionRate = ({ tasks }: Cohort): Estimate => {
  const recalls = tasks.flatMap((history) => history.recalls);
  return wilson(recalls.filter((recall) => recall.decision === 'abstain').length, recalls.length);
};
