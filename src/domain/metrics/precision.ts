import type { Estimate } from '../estimate.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Cohort } from './cohort.ts';
import { exposuresOf } from './exposures.ts';

/** M7, lesson precision: exposures judged helpful ÷ exposures with a verdict. */
export const lessonPrecision = ({ tasks }: Cohort): Estimate => {
  const judged = tasks.flatMap(exposuresOf).filter((exposure) => exposure.verdict !== null);
  return wilson(judged.filter((exposure) => exposure.verdict === 'helpful').length, judged.length);
};
