import type { Time } from '../../domain/ids.ts';
import { type Cohort, runsIn } from '../../domain/metrics/cohort.ts';
import { completion } from '../../domain/metrics/completion.ts';
import { coverage } from '../../domain/metrics/coverage.ts';
import { interventionsPer100Runs } from '../../domain/metrics/interventions.ts';
import type { TrialBaseline } from '../../domain/trial.ts';
import type { EventRecord } from '../../ports/event-record.ts';
import type { TimeWindow } from '../time-window.ts';

/** What was usual in a workflow; null when the window holds no task. */
export const measureBaseline = async (
  events: EventRecord,
  project: string,
  workflow: string,
  { from, to }: TimeWindow,
  now: Time,
): Promise<TrialBaseline | null> => {
  const tasks = await events.tasks(project, { workflow, from, to });
  if (tasks.length === 0) return null;
  const cohort: Cohort = { tasks, looseCorrections: [], now, horizon: to < now ? to : now };
  return {
    from,
    to,
    tasks: tasks.length,
    runs: runsIn(tasks),
    completion: completion(cohort).value,
    interventions_per_100_runs: interventionsPer100Runs(cohort).value,
    coverage: coverage(cohort).value,
  };
};
