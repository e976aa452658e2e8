import { abstentionRate } from './abstention.ts';
import type { Cohort } from './cohort.ts';
import { completion } from './completion.ts';
import { tokensPerTask } from './context-cost.ts';
import { fallbackRate } from './fallback.ts';
import { interventionsPer100Runs, plannedCheckpointsPer100Runs, runsWithIntervention } from './interventions.ts';
import { loopsPer100Tasks } from './loop-rate.ts';
import { lessonPrecision } from './precision.ts';
import { repeatCorrectionRate } from './repeats.ts';
import { medianMinutesToResolution } from './resolution.ts';
import type { TrendMetrics } from './trends.ts';

/** Every metric of one window. A new metric is a file of its own and a line here. */
export const windowMetrics = (cohort: Cohort): TrendMetrics => ({
  completion_without_rewrite: completion(cohort),
  interventions_per_100_runs: interventionsPer100Runs(cohort),
  runs_with_intervention: runsWithIntervention(cohort),
  median_minutes_to_resolution: medianMinutesToResolution(cohort),
  fallback_rate: fallbackRate(cohort),
  repeat_correction_rate: repeatCorrectionRate(cohort),
  planned_checkpoints_per_100_runs: plannedCheckpointsPer100Runs(cohort),
  loops_per_100_tasks: loopsPer100Tasks(cohort),
  abstention_rate: abstentionRate(cohort),
  lesson_precision: lessonPrecision(cohort),
  tokens_per_task: tokensPerTask(cohort),
});
