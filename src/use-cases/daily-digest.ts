import type { Estimate } from '../domain/estimate.ts';
import type { Time } from '../domain/ids.ts';
import type { LessonLife } from '../domain/metrics/lesson-life.ts';
import { stateOf } from '../domain/trial.ts';
import { interventionTrends } from './intervention-trends.ts';
import { resolveProject } from './resolve-project.ts';
import { ageHours, WAITING_STATES } from './review-queue.ts';
import type { Caller, Services } from './services.ts';
import { timeWindow } from './time-window.ts';

/** What happened in a project lately, and what waits. Counts only: it goes where a stored text has no business. */
export interface Digest {
  readonly project: string;
  readonly from: Time;
  readonly to: Time;
  readonly tasks: number;
  readonly runs: number;
  readonly runs_with_intervention: Estimate;
  /** The same lesson taught again; of all corrections. */
  readonly repeated_corrections: Estimate;
  readonly lessons: { readonly proposed: number; readonly accepted: number; readonly left: number };
  readonly waiting: {
    readonly review: number;
    readonly oldest_review_hours: number | null;
    readonly checkpoints: number;
    readonly trials_due: readonly string[];
  };
  readonly drift_alarm: boolean;
  /** Of the 30 days until now. */
  readonly verdict: string;
}

/** @throws HoneError INVALID_INPUT for a window that is none; FORBIDDEN for a project outside the credential */
export const dailyDigest = async (
  services: Services,
  caller: Caller,
  input: { project?: string; since?: string },
): Promise<Digest> => {
  const project = resolveProject(caller, input.project);
  const now = services.clock.now();
  const { from, to } = timeWindow({ since: input.since ?? '1d' }, now);
  const window = { ...caller, project };
  const { metrics, series } = await interventionTrends(services, window, { since: from });
  const month = await interventionTrends(services, window, { since: '30d' });
  return {
    project,
    from,
    to,
    tasks: sum(series.map((part) => part.tasks)),
    runs: sum(series.map((part) => part.runs)),
    runs_with_intervention: metrics.runs_with_intervention,
    repeated_corrections: metrics.repeat_correction_rate,
    lessons: stepsIn(await services.stores.events.lessonLives(project), from, to),
    waiting: await waitingNow(services, project, now),
    drift_alarm: month.drift.alarm,
    verdict: month.verdict.text,
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const stepsIn = (lives: readonly LessonLife[], from: Time, to: Time): Digest['lessons'] => {
  const steps = lives.flatMap((life) => life.steps).filter(({ at }) => at >= from && at <= to);
  return {
    proposed: steps.filter((step) => step.from === null).length,
    accepted: steps.filter((step) => step.to === 'active').length,
    left: steps.filter((step) => step.to === 'retired' || step.to === 'superseded').length,
  };
};

const waitingNow = async ({ stores }: Services, project: string, now: Time): Promise<Digest['waiting']> => {
  const { items } = await stores.lessons.list(project, { states: WAITING_STATES });
  const [oldest] = items.map((lesson) => lesson.updated_at).sort();
  const trials = await stores.trials.list(project);
  return {
    review: items.length,
    oldest_review_hours: oldest === undefined ? null : ageHours(now, oldest),
    checkpoints: (await stores.runs.listCheckpoints(project, { openAt: now })).length,
    trials_due: trials.filter((record) => stateOf(record, now) === 'due').map(({ trial }) => trial.workflow),
  };
};
