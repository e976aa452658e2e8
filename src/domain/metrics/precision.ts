import type { Estimate } from '../estimate.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Cohort } from './cohort.ts';
import { type Exposure, exposuresOf } from './exposures.ts';

/** M7, lesson precision: exposures judged helpful ÷ exposures with a verdict. */
export const lessonPrecision = ({ tasks }: Cohort): Estimate => {
  const judged = judgedIn(tasks);
  return wilson(judged.filter((exposure) => exposure.verdict === 'helpful').length, judged.length);
};

/** M7: exposures judged harmful ÷ exposures with a verdict. */
export const lessonHarmRate = ({ tasks }: Cohort): Estimate => {
  const judged = judgedIn(tasks);
  return wilson(judged.filter((exposure) => exposure.verdict === 'harmful').length, judged.length);
};

const judgedIn = (tasks: Cohort['tasks']): Exposure[] =>
  tasks
    .filter(({ verdicts }) => verdicts.length > 0)
    .flatMap(exposuresOf)
    .filter((exposure) => exposure.verdict !== null);
