import type { Estimate } from '../estimate.ts';
import { scaled } from '../statistics/interval.ts';
import { mantelHaenszel } from '../statistics/mantel-haenszel.ts';
import { type Count, newcombe } from '../statistics/newcombe.ts';
import { stratifiedRateDifference } from '../statistics/stratified-rate-difference.ts';
import type { Cohort } from './cohort.ts';
import { isClean } from './confirmed-outcome.ts';
import type { CountedTask } from './counted-task.ts';
import { interventionCluster } from './interventions.ts';
import { isMature } from './maturity.ts';

/** A change as it stands, and inside workflows, so that another mix of tasks is no effect. */
export interface Standardised {
  readonly crude: Estimate;
  readonly standardised: Estimate;
}

/** This window minus the one before it, both ways. Workflows that only one window has are left out. */
export interface Mix {
  readonly completion_without_rewrite: Standardised;
  readonly interventions_per_100_runs: Standardised;
  /** Said when both ways differ by more than 3 points, or in their sign. */
  readonly warning: string | null;
}

/** Above this difference the mix hides or feigns an effect. In points: shares in percent, interventions per 100 runs. */
const MOST_POINTS = 3;

interface Windows {
  readonly now: readonly CountedTask[];
  readonly before: readonly CountedTask[];
}

const byWorkflow = (now: Cohort, before: Cohort): Windows[] => {
  const names = new Set(now.tasks.map(({ task }) => task.workflow));
  const of = (cohort: Cohort, name: string) => cohort.tasks.filter(({ task }) => task.workflow === name);
  return [...names]
    .map((name) => ({ now: of(now, name), before: of(before, name) }))
    .filter((windows) => windows.before.length > 0);
};

const cleanOf = (tasks: readonly CountedTask[], { now }: Cohort): Count => {
  const mature = tasks.filter((history) => isMature(history, now));
  return { successes: mature.filter(isClean).length, n: mature.length };
};

const pointsApart = ({ crude, standardised }: Standardised, factor: number): number =>
  Math.abs((crude.value ?? 0) - (standardised.value ?? 0)) * factor;

const turns = ({ crude, standardised }: Standardised): boolean => (crude.value ?? 0) * (standardised.value ?? 0) < 0;

const warningOf = (completion: Standardised, interventions: Standardised): string | null => {
  const misleading = [
    ...(pointsApart(completion, 100) > MOST_POINTS || turns(completion) ? ['completion'] : []),
    ...(pointsApart(interventions, 1) > MOST_POINTS || turns(interventions) ? ['interventions'] : []),
  ];
  return misleading.length === 0
    ? null
    : `The mix of workflows changed, and with it ${misleading.join(' and ')}: believe the change inside workflows.`;
};

/** Null when fewer than two workflows are in both windows: then there is no mix to change. */
export const mixOf = (now: Cohort, before: Cohort): Mix | null => {
  const strata = byWorkflow(now, before);
  if (strata.length < 2) return null;
  const counts = strata.map((windows) => ({ a: cleanOf(windows.now, now), b: cleanOf(windows.before, now) }));
  const clusters = strata.map((windows) => ({
    a: windows.now.map(interventionCluster),
    b: windows.before.map(interventionCluster),
  }));
  const completion = {
    crude: newcombe(cleanOf(now.tasks, now), cleanOf(before.tasks, now)),
    standardised: mantelHaenszel(counts),
  };
  const all = { a: now.tasks.map(interventionCluster), b: before.tasks.map(interventionCluster) };
  const interventions = {
    crude: scaled(stratifiedRateDifference([all]), 100),
    standardised: scaled(stratifiedRateDifference(clusters), 100),
  };
  return {
    completion_without_rewrite: completion,
    interventions_per_100_runs: interventions,
    warning: warningOf(completion, interventions),
  };
};
