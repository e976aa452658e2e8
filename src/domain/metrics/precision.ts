import type { Estimate } from '../estimate.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Cohort } from './cohort.ts';

const judgedAs = ({ tasks }: Cohort, key: 'helpful' | 'harmful'): Estimate =>
  wilson(
    tasks.reduce((sum, one) => sum + one[key], 0),
    tasks.reduce((sum, { judged }) => sum + judged, 0),
  );

/** M7, lesson precision: exposures judged helpful ÷ exposures with a verdict. */
export const lessonPrecision = (cohort: Cohort): Estimate => judgedAs(cohort, 'helpful');

/** M7: exposures judged harmful ÷ exposures with a verdict. */
export const lessonHarmRate = (cohort: Cohort): Estimate => judgedAs(cohort, 'harmful');
