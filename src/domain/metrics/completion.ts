import type { Estimate } from '../estimate.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Cohort } from './cohort.ts';
import { isClean } from './confirmed-outcome.ts';
import { isMature } from './maturity.ts';

/** M1, completion without manual rewrite: clean completions, confirmed by CI or a person ÷ mature tasks. */
export const completion = (cohort: Cohort): Estimate => {
  const mature = cohort.tasks.filter((history) => isMature(history, cohort.now));
  return wilson(mature.filter(isClean).length, mature.length);
};
