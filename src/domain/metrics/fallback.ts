import type { Estimate } from '../estimate.ts';
import type { Id } from '../ids.ts';
import { RECALL_PATHS } from '../recall.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Cohort } from './cohort.ts';
import type { TaskHistory } from './task-history.ts';

const FIRST_PATH = RECALL_PATHS[0];

const fallenBack = (history: TaskHistory): (Id | undefined)[] => [
  ...history.outcomes.filter((one) => one.fallback_used === true).map((one) => one.run_id),
  ...history.recalls.filter((one) => one.path !== FIRST_PATH).map((one) => one.run_id),
];

/** M4: runs that used their fallback, or whose recall took another path than the first ÷ runs. */
export const fallbackRate = ({ tasks }: Cohort): Estimate => {
  const fallen = new Set(tasks.flatMap(fallenBack));
  const runs = tasks.flatMap((history) => history.runs);
  return wilson(runs.filter((run) => fallen.has(run.run_id)).length, runs.length);
};
