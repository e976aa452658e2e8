import type { Time } from '../domain/ids.ts';
import { agentReportedCompletion } from '../domain/metrics/agent-reported.ts';
import { changeOf } from '../domain/metrics/change.ts';
import { between, type Cohort, runsIn } from '../domain/metrics/cohort.ts';
import { controlChart } from '../domain/metrics/control-chart.ts';
import { coverage } from '../domain/metrics/coverage.ts';
import { drift } from '../domain/metrics/drift.ts';
import { furtherOf } from '../domain/metrics/further.ts';
import { lift } from '../domain/metrics/lift.ts';
import { isMature } from '../domain/metrics/maturity.ts';
import { mixOf } from '../domain/metrics/mix.ts';
import { abandonedShare } from '../domain/metrics/resolution.ts';
import { reviewHealth } from '../domain/metrics/review-health.ts';
import { series } from '../domain/metrics/series.ts';
import type { Bucket, Trends, TrendVerdict } from '../domain/metrics/trends.ts';
import { trendVerdict, type VerdictFacts } from '../domain/metrics/verdict.ts';
import { windowMetrics } from '../domain/metrics/window-metrics.ts';
import type { EventWindow } from '../ports/event-record.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';
import { timeWindow, windowBefore } from './time-window.ts';
import { findBaseline } from './trends/find-baseline.ts';

export interface InterventionTrendsInput {
  readonly project?: string | undefined;
  readonly workflow?: string | undefined;
  /** '30d' (the default) or a time. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly bucket?: Bucket | undefined;
  /** With the primary chart, for those who draw it. */
  readonly chart?: boolean | undefined;
}

/**
 * Whether agents need people less than before: every metric of a window, and its change against the window before.
 *
 * @throws HoneError INVALID_INPUT for a window that is none; FORBIDDEN for a project outside the credential.
 */
export const interventionTrends = async (
  services: Services,
  caller: Caller,
  input: InterventionTrendsInput,
): Promise<Trends> => {
  const project = resolveProject(caller, input.project);
  const now = services.clock.now();
  const window = timeWindow(input, now);
  const { from, to } = window;
  const earlier = windowBefore(window);
  const both = await loadCohort(services, project, { ...scope(input), from: earlier.from, to }, now);
  const cohort = between(both, from, to);
  const before = between(both, earlier.from, earlier.to);
  const metrics = windowMetrics(cohort);
  const change = changeOf(metrics, windowMetrics(before));
  const covered = coverage(cohort);
  const mix = mixOf(cohort, before);
  const bucket = input.bucket ?? 'week';
  const lives = await services.stores.events.lessonLives(project);
  return {
    project,
    workflow: input.workflow ?? null,
    from,
    to,
    bucket,
    coverage: covered,
    metrics,
    agent_reported: { completion_without_rewrite: agentReportedCompletion(cohort) },
    lift: lift(cohort),
    mix,
    further: furtherOf(cohort, new Map(lives.map((life) => [life.lesson_id, life]))),
    review: reviewHealth(lives, from, cohort.horizon),
    series: series(cohort, from, to, bucket),
    ...(input.chart ? { completion_chart: controlChart(both, from) } : {}),
    change,
    drift: drift(cohort.tasks, await findBaseline(services, project, scope(input), both, earlier.from), now),
    verdict: judge(cohort, before, { change, coverage: covered, mixWarning: mix?.warning ?? null }),
  };
};

const scope = (input: InterventionTrendsInput): { workflow?: string } =>
  input.workflow === undefined ? {} : { workflow: input.workflow };

const loadCohort = async (services: Services, project: string, window: EventWindow, now: Time): Promise<Cohort> => ({
  tasks: await services.stores.events.tasks(project, window),
  looseCorrections: await services.stores.events.looseCorrections(project, window),
  now,
  horizon: window.to < now ? window.to : now,
});

const judge = (
  cohort: Cohort,
  before: Cohort,
  facts: Pick<VerdictFacts, 'change' | 'coverage' | 'mixWarning'>,
): TrendVerdict => {
  const runs = (part: Cohort): number => runsIn(part.tasks);
  const mature = (part: Cohort): number => part.tasks.filter((history) => isMature(history, part.now)).length;
  return trendVerdict({
    ...facts,
    runs: { now: runs(cohort), before: runs(before) },
    fewest: Math.min(runs(cohort), runs(before), mature(cohort), mature(before)),
    abandoned: abandonedShare(cohort),
  });
};
