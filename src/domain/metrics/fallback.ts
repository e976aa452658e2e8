import type { Estimate } from '../estimate.ts';
import { wilson } from '../statistics/wilson.ts';
import { type Cohort, runsIn } from './cohort.ts';

/** M4: runs that used their fallback, or whose recall took another path than the first ÷ runs. */
export const fallbackRate = ({ tasks }: Cohort): Estimate =>
  wilson(
    tasks.reduce((sum, { runsFallenBack }) => sum + runsFallenBack, 0),
    runsIn(tasks),
  );
