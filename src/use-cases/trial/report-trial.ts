import type { Id, Time } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident.ts';
import type { TrialFigures } from '../../domain/metrics/trial-figures.ts';
import { harmReasons, type TrialVerdict, trialVerdict } from '../../domain/metrics/trial-verdict.ts';
import {
  endOf,
  lookOf,
  stateOf,
  type Trial,
  type TrialEvent,
  type TrialRecord,
  type TrialState,
} from '../../domain/trial.ts';
import type { Stores } from '../../ports/unit-of-work.ts';
import { lessonFor } from '../organisation/organisation-lesson.ts';
import { resolveProject } from '../resolve-project.ts';
import type { Caller, Services } from '../services.ts';
import { signed } from '../signed.ts';
import { locateTrial, type TrialChoice } from './locate-trial.ts';
import { observeTrial, type TrialObservation } from './observe-trial.ts';

/** What can be told of a trial now. */
export interface TrialReport {
  readonly trial: Trial;
  readonly state: TrialState;
  readonly ends_at: Time;
  /** True when its time has come, or harm ends it before: `reportTrial` takes the look, and reading does not. */
  readonly look_due: boolean;
  /** Looks taken: more than one after an extension. */
  readonly looks: number;
  /** Before the look, what may be seen: how many tasks, how many covered, evidence of harm; no difference between arms. */
  readonly progress: Pick<TrialFigures, 'coverage' | 'harm'> & { readonly memory: number; readonly holdout: number };
  readonly incidents: readonly Incident[];
  /** As they were at the look; null before it. */
  readonly figures: TrialFigures | null;
  readonly verdict: TrialVerdict | null;
  readonly events: readonly TrialEvent[];
  /** Lessons of the frozen set that changed, left it or became critical since the start. */
  readonly changed_lessons: readonly Id[];
}

/**
 * How a trial stands. Takes its look when that is due, or when harm ends it before, once and for all: a later report
 * gives the same numbers.
 *
 * @throws HoneError NOT_FOUND
 */
export const reportTrial = async (services: Services, caller: Caller, choice: TrialChoice): Promise<TrialReport> => {
  const project = resolveProject(caller, choice.project);
  const found = await locateTrial(services.stores.trials, project, choice);
  const record = await takeLook(services, caller, found);
  return toReport(services.stores, record, services.clock.now());
};

/**
 * The same without a look, whoever reads it and when: pages and lists must not decide a trial.
 *
 * @throws HoneError NOT_FOUND
 */
export const readTrial = async (services: Services, caller: Caller, choice: TrialChoice): Promise<TrialReport> => {
  const project = resolveProject(caller, choice.project);
  const found = await locateTrial(services.stores.trials, project, choice);
  return toReport(services.stores, found, services.clock.now());
};

const endedByHarm = ({ trial }: TrialRecord, seen: TrialObservation): boolean =>
  harmReasons({ ...seen, margin: trial.plan.margin }).length > 0;

const toReport = async (stores: Stores, record: TrialRecord, now: Time): Promise<TrialReport> => {
  const { figures, incidents } = await observeTrial(stores, record, now);
  const look = lookOf(record);
  const state = stateOf(record, now);
  return {
    trial: record.trial,
    state,
    ends_at: endOf(record),
    look_due: state === 'due' || (state === 'running' && endedByHarm(record, { figures, incidents })),
    looks: record.events.filter((event) => event.kind === 'looked').length,
    progress: {
      memory: figures.arms.memory.tasks,
      holdout: figures.arms.holdout.tasks,
      coverage: figures.coverage,
      harm: figures.harm,
    },
    incidents,
    figures: look?.figures ?? null,
    verdict: look?.verdict ?? null,
    events: record.events.filter((event) => event.kind !== 'looked'),
    changed_lessons: await changedLessons(stores, record.trial),
  };
};

/** Every trial of a project, the newest first, each as `readTrial` tells it. */
export const listTrials = async (
  services: Services,
  caller: Caller,
  input: { project?: string | undefined },
): Promise<{ items: TrialReport[]; total: number }> => {
  const project = resolveProject(caller, input.project);
  const items: TrialReport[] = [];
  for (const found of await services.stores.trials.list(project)) {
    items.push(await toReport(services.stores, found, services.clock.now()));
  }
  return { items, total: items.length };
};

/** The record with its look in it, taken now when it must be. */
export const takeLook = async (services: Services, caller: Caller, found: TrialRecord): Promise<TrialRecord> => {
  const open = (record: TrialRecord): boolean => ['running', 'due'].includes(stateOf(record, services.clock.now()));
  if (!open(found)) return found;
  const { project, trial_id } = found.trial;
  const now = services.clock.now();
  const { figures, incidents } = await observeTrial(services.stores, found, now);
  if (now < endOf(found) && !endedByHarm(found, { figures, incidents })) return found;
  return signed(services, caller, 'trial report').unitOfWork.write(async ({ trials }) => {
    // Somebody else may have looked meanwhile: the first look counts.
    const current = (await trials.find(project, trial_id)) ?? found;
    if (!open(current)) return current;
    const verdict = trialVerdict({ figures, incidents, margin: found.trial.plan.margin });
    await trials.addEvent({ project, trial_id, kind: 'looked', by: caller.principal.name, at: now, figures, verdict });
    return (await trials.find(project, trial_id)) ?? current;
  });
};

const changedLessons = async (stores: Stores, { project, lessons: frozen }: Trial): Promise<Id[]> => {
  const changed: Id[] = [];
  for (const { lesson_id, version, critical } of frozen) {
    const lesson = await lessonFor(stores, project, lesson_id);
    const same = lesson !== null && lesson.version === version && lesson.critical === critical;
    if (!same || !['active', 'provisional'].includes(lesson.state)) changed.push(lesson_id);
  }
  return changed;
};
