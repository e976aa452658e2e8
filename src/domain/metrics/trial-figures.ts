import type { Estimate } from '../estimate.ts';
import type { Time } from '../ids.ts';
import type { Arm } from '../run.ts';
import { type Cohort, runsIn } from './cohort.ts';
import { completion } from './completion.ts';
import { coverage } from './coverage.ts';
import { type Harm, harmOf } from './harm.ts';
import { interventionsPer100Runs } from './interventions.ts';
import { interventionLiftForMargin, lift } from './lift.ts';
import { isMature } from './maturity.ts';
import { medianMinutesToResolution } from './resolution.ts';
import type { Lift } from './trends.ts';

/** What became of the tasks of one arm, as they were assigned. */
export interface ArmFigures {
  readonly tasks: number;
  readonly mature: number;
  readonly runs: number;
  /** Tasks to which a lesson was shown, whatever their arm: what really reached them. */
  readonly exposed: number;
  readonly completion_without_rewrite: Estimate;
  readonly interventions_per_100_runs: Estimate;
  readonly median_minutes_to_resolution: Estimate;
}

/** A trial in numbers. */
export interface TrialFigures {
  readonly until: Time;
  readonly arms: Record<Arm, ArmFigures>;
  /** Memory minus holdout; null while an arm has no task. */
  readonly lift: Lift | null;
  /** Memory minus holdout per 100 runs, 90 %: the upper end is the one-sided 95 % bound that the margin is held against. */
  readonly interventions_for_margin: Estimate | null;
  readonly coverage: Estimate;
  readonly harm: Harm;
}

const figuresOf = (cohort: Cohort, arm: Arm): ArmFigures => {
  const own = { ...cohort, tasks: cohort.tasks.filter(({ task }) => task.arm === arm) };
  return {
    tasks: own.tasks.length,
    mature: own.tasks.filter((history) => isMature(history, cohort.now)).length,
    runs: runsIn(own.tasks),
    exposed: own.tasks.filter(({ shown }) => shown.length > 0).length,
    completion_without_rewrite: completion(own),
    interventions_per_100_runs: interventionsPer100Runs(own),
    median_minutes_to_resolution: medianMinutesToResolution(own),
  };
};

/** `cohort` holds the tasks that the trial drew, and no others. */
export const trialFigures = (cohort: Cohort): TrialFigures => ({
  until: cohort.horizon,
  arms: { memory: figuresOf(cohort, 'memory'), holdout: figuresOf(cohort, 'holdout') },
  lift: lift(cohort),
  interventions_for_margin: interventionLiftForMargin(cohort),
  coverage: coverage(cohort),
  harm: harmOf(cohort.tasks, cohort.now),
});
