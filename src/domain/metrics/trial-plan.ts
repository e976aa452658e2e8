import { tasksForGain, tasksForMargin } from '../statistics/power.ts';
import type { TrialBaseline, TrialPlan } from '../trial.ts';
import { FEWEST } from './verdict.ts';

/** What is taken as usual where no baseline says it. */
export const ASSUMED = { completion: 0.7, interventions_per_100_runs: 20 } as const;
/** A rate from few runs may be 0; no trial could then be planned. */
const SMALLEST_RATE = 0.02;
const DAY_MS = 86_400_000;

const usable = (baseline: TrialBaseline | null): TrialBaseline | null =>
  baseline !== null && baseline.tasks >= FEWEST && baseline.runs >= FEWEST ? baseline : null;

const expectedTasks = ({ from, to, tasks }: TrialBaseline, days: number): number =>
  Math.floor((tasks * days * DAY_MS) / Math.max(1, Date.parse(to) - Date.parse(from)) / 2);

/** What the trial takes, from what was usual before it; from an assumption where fewer than 20 tasks say so. */
export const trialPlan = (
  wanted: { readonly margin: number; readonly minimum_effect: number; readonly days: number },
  baseline: TrialBaseline | null,
): TrialPlan => {
  const usual = usable(baseline);
  const before = usual?.completion ?? ASSUMED.completion;
  const after = before + wanted.minimum_effect;
  const rate = (usual?.interventions_per_100_runs ?? ASSUMED.interventions_per_100_runs) / 100;
  return {
    margin: wanted.margin,
    minimum_effect: wanted.minimum_effect,
    tasks_for_effect: after >= 1 ? null : tasksForGain(before, after),
    tasks_for_margin: tasksForMargin(Math.max(SMALLEST_RATE, rate), wanted.margin / 100),
    tasks_expected: baseline === null ? null : expectedTasks(baseline, wanted.days),
  };
};

/** What a lead should know before starting: each a sentence. */
export const planWarnings = (plan: TrialPlan, baseline: TrialBaseline | null, days: number): string[] => {
  const warnings: string[] = [];
  if (usable(baseline) === null) {
    const found = baseline === null ? 'There is no baseline' : `The baseline holds ${baseline.tasks} tasks, too few`;
    warnings.push(
      `${found}: the numbers of tasks assume ${100 * ASSUMED.completion} % completion and ${ASSUMED.interventions_per_100_runs} interventions per 100 runs.`,
    );
  }
  if (baseline?.coverage != null && baseline.coverage < 0.9) {
    warnings.push(
      `Only ${Math.floor(100 * baseline.coverage)} % of the baseline's mature tasks have an outcome from CI or a person; below 90 % no trial can end with "keep".`,
    );
  }
  if (plan.tasks_for_effect === null) {
    warnings.push('Completion is so high that the gain would pass 100 %: look for a smaller one with --effect.');
  }
  const needed = Math.max(plan.tasks_for_effect ?? 0, plan.tasks_for_margin);
  if (plan.tasks_expected !== null && plan.tasks_expected < needed) {
    const wanted = Math.ceil((days * needed) / Math.max(1, plan.tasks_expected));
    warnings.push(
      `At the baseline's pace each arm would see ${plan.tasks_expected} tasks of the ${needed} it needs: the trial would probably end inconclusive. It takes about ${wanted} days, and 28 are the most.`,
    );
  }
  return warnings;
};
