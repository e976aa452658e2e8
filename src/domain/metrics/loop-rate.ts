import type { Estimate } from '../estimate.ts';
import { scaled } from '../statistics/interval.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Cohort } from './cohort.ts';

/** M8: tasks with a loop warning, per 100 tasks. */
export const loopsPer100Tasks = ({ tasks }: Cohort): Estimate =>
  scaled(wilson(tasks.filter((history) => history.looped).length, tasks.length), 100);
