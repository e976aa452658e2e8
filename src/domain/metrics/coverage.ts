import type { Estimate } from '../estimate.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Cohort } from './cohort.ts';
import { isMature } from './maturity.ts';

/** M12, outcome coverage: mature tasks with an outcome from CI or a person ÷ mature tasks. */
export const coverage = (cohort: Cohort): Estimate => {
  const mature = cohort.tasks.filter((history) => isMature(history, cohort.now));
  return wilson(mature.filter(({ confirmed }) => confirmed !== null).length, mature.length);
};
