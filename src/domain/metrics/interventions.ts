import type { Estimate } from '../estimate.ts';
import type { Cluster } from '../statistics/clustered-rate.ts';
import { wilson } from '../statistics/wilson.ts';
import { type Cohort, runsIn } from './cohort.ts';
import type { CountedTask } from './counted-task.ts';
import { per100Runs } from './event-rate.ts';

/** What one task adds to M2: its unplanned interventions over its runs. */
export const interventionCluster = ({ unplanned, runs }: CountedTask): Cluster => ({
  numerator: unplanned,
  denominator: runs,
});

/** M2: unplanned interventions per 100 runs. */
export const interventionsPer100Runs = ({ tasks }: Cohort): Estimate => per100Runs(tasks.map(interventionCluster));

/** Planned checkpoints per 100 runs: counted apart, or adding one would look like a regression. */
export const plannedCheckpointsPer100Runs = ({ tasks }: Cohort): Estimate =>
  per100Runs(tasks.map(({ planned, runs }) => ({ numerator: planned, denominator: runs })));

/** Share of runs in which a person stepped in unplanned at least once. */
export const runsWithIntervention = ({ tasks }: Cohort): Estimate =>
  wilson(
    tasks.reduce((sum, { runsSteppedIn }) => sum + runsSteppedIn, 0),
    runsIn(tasks),
  );
