import type { Estimate } from '../estimate.ts';
import type { Cluster } from '../statistics/cluster-bootstrap.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Cohort } from './cohort.ts';
import { per100Runs } from './event-rate.ts';
import type { TaskHistory } from './task-history.ts';

const cluster = (history: TaskHistory, planned: boolean): Cluster => ({
  numerator: history.interventions.filter((one) => one.planned === planned).length,
  denominator: history.runs.length,
});

/** What one task adds to M2: its unplanned interventions over its runs. */
export const interventionCluster = (history: TaskHistory): Cluster => cluster(history, false);

/** M2: unplanned interventions per 100 runs. */
export const interventionsPer100Runs = ({ tasks }: Cohort): Estimate => per100Runs(tasks.map(interventionCluster));

/** Planned checkpoints per 100 runs: counted apart, or adding one would look like a regression. */
export const plannedCheckpointsPer100Runs = ({ tasks }: Cohort): Estimate =>
  per100Runs(tasks.map((history) => cluster(history, true)));

/** Share of runs in which a person stepped in unplanned at least once. */
export const runsWithIntervention = ({ tasks }: Cohort): Estimate => {
  const touched = new Set(
    tasks.flatMap(({ interventions }) => interventions.filter((one) => !one.planned).map((one) => one.run_id)),
  );
  const runs = tasks.flatMap((history) => history.runs);
  return wilson(runs.filter((run) => touched.has(run.run_id)).length, runs.length);
};
