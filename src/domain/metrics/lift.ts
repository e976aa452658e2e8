import type { Estimate } from '../estimate.ts';
import type { Arm } from '../run.ts';
import { hodgesLehmann } from '../statistics/hodges-lehmann.ts';
import { scaled } from '../statistics/interval.ts';
import { mantelHaenszel } from '../statistics/mantel-haenszel.ts';
import { type Count, newcombe } from '../statistics/newcombe.ts';
import { stratifiedRateDifference } from '../statistics/stratified-rate-difference.ts';
import { tokensPerAvoidedRepeat } from './avoided-repeats.ts';
import type { Cohort } from './cohort.ts';
import { isClean } from './confirmed-outcome.ts';
import type { CountedTask } from './counted-task.ts';
import { interventionCluster } from './interventions.ts';
import { isMature } from './maturity.ts';
import { timeToResolution } from './resolution.ts';
import type { Lift } from './trends.ts';

type Arms = Record<Arm, CountedTask[]>;

/** Workflows and drawings in which both arms have tasks. Only inside one are arms alike but for chance. */
const strataOf = (tasks: readonly CountedTask[]): Arms[] => {
  const strata = new Map<string, Arms>();
  for (const history of tasks) {
    const { arm, workflow, drawn_in } = history.task;
    if (arm === undefined) continue;
    const key = `${drawn_in ?? ''} ${workflow}`;
    const arms = strata.get(key) ?? { memory: [], holdout: [] };
    arms[arm].push(history);
    strata.set(key, arms);
  }
  return [...strata.values()].filter(({ memory, holdout }) => memory.length > 0 && holdout.length > 0);
};

/** Above this difference the mix of workflows hides or feigns an effect, and the crude number is shown beside. */
const MIX_WARNING = 0.03;

const sum = (counts: readonly Count[]): Count => ({
  successes: counts.reduce((total, count) => total + count.successes, 0),
  n: counts.reduce((total, count) => total + count.n, 0),
});

const completionLift = (strata: readonly Arms[], cohort: Cohort): { stratified: Estimate; crude: Estimate } => {
  const count = (tasks: readonly CountedTask[]): Count => {
    const mature = tasks.filter((history) => isMature(history, cohort.now));
    return { successes: mature.filter(isClean).length, n: mature.length };
  };
  const counts = strata.map(({ memory, holdout }) => ({ a: count(memory), b: count(holdout) }));
  const stratified = mantelHaenszel(counts);
  const crude = newcombe(sum(counts.map(({ a }) => a)), sum(counts.map(({ b }) => b)));
  if (stratified.value === null || crude.value === null || Math.abs(crude.value - stratified.value) <= MIX_WARNING)
    return { stratified, crude };
  const points = (100 * crude.value).toFixed(1);
  const method = `${stratified.method}; the arms differ in their mix of workflows: crude ${points} points`;
  return { stratified: { ...stratified, method }, crude };
};

/** Weighted by each stratum's runs. */
const interventionLift = (strata: readonly Arms[], share = 0.95): Estimate =>
  scaled(
    stratifiedRateDifference(
      strata.map(({ memory, holdout }) => ({
        a: memory.map(interventionCluster),
        b: holdout.map(interventionCluster),
      })),
      share,
    ),
    100,
  );

/**
 * The same difference with a 90 % interval: its upper end is the one-sided 95 % bound with which "no more than the margin"
 * is claimed, as the planned number of tasks assumes. Null without both arms.
 */
export const interventionLiftForMargin = ({ tasks }: Pick<Cohort, 'tasks'>): Estimate | null => {
  const strata = strataOf(tasks);
  return strata.length === 0 ? null : interventionLift(strata, 0.9);
};

/** Below 1 memory is faster. Resolved tasks only; a task that ended at once counts as a second. */
const resolutionLift = (strata: readonly Arms[], cohort: Cohort): Estimate => {
  const horizonMs = Date.parse(cohort.horizon);
  const logTimes = (tasks: readonly CountedTask[]): number[] =>
    tasks
      .map((history) => timeToResolution(history, horizonMs))
      .filter(({ ended }) => ended)
      .map(({ time }) => Math.log(Math.max(time, 1 / 60)));
  const shift = hodgesLehmann(strata.map(({ memory, holdout }) => ({ a: logTimes(memory), b: logTimes(holdout) })));
  const ratio = (log: number | null): number | null => (log === null ? null : Math.exp(log));
  return {
    ...shift,
    value: ratio(shift.value),
    low: ratio(shift.low),
    high: ratio(shift.high),
    method: `${shift.method}, on log time as a ratio, resolved tasks only`,
  };
};

/** M6, memory lift: memory minus holdout as assigned, inside each workflow; null without both arms. */
export const lift = (cohort: Cohort): Lift | null => {
  const strata = strataOf(cohort.tasks);
  if (strata.length === 0) return null;
  const { stratified, crude } = completionLift(strata, cohort);
  return {
    completion_without_rewrite: stratified,
    interventions_per_100_runs: interventionLift(strata),
    minutes_to_resolution_ratio: resolutionLift(strata, cohort),
    crude_completion_without_rewrite: crude,
    tokens_per_avoided_repeat: tokensPerAvoidedRepeat(strata),
  };
};
