import type { Delivery } from './holdout/delivery.ts';
import type { Id, Time } from './ids.ts';
import type { Incident } from './incident.ts';
import type { TrialFigures } from './metrics/trial-figures.ts';
import type { TrialVerdict } from './metrics/trial-verdict.ts';

/** A lesson as it was at a trial's start. */
export interface FrozenLesson {
  readonly lesson_id: Id;
  readonly version: number;
  /** Declared before the start: it reaches the holdout, too. */
  readonly critical: boolean;
}

/** What was usual before a trial, frozen at its start. */
export interface TrialBaseline {
  readonly from: Time;
  readonly to: Time;
  readonly tasks: number;
  readonly runs: number;
  /** Share of mature tasks that were completed clean; null without any. */
  readonly completion: number | null;
  readonly interventions_per_100_runs: number | null;
  readonly coverage: number | null;
}

/** What a trial is to find, and the tasks that this takes in each arm. */
export interface TrialPlan {
  /** Interventions per 100 runs that memory may cost at most. */
  readonly margin: number;
  /** The smallest gain in completion worth finding, as a share. */
  readonly minimum_effect: number;
  /** Tasks an arm for the gain at 80 % power; null where the gain would pass 100 %. */
  readonly tasks_for_effect: number | null;
  /** Tasks an arm to rule out a loss beyond the margin at 80 % power. */
  readonly tasks_for_margin: number;
  /** Tasks an arm that the baseline's pace would bring; null without a baseline. */
  readonly tasks_expected: number | null;
}

/** A field test of one workflow. Frozen at its start; what happens to it later are events. */
export interface Trial {
  readonly project: string;
  readonly trial_id: Id;
  readonly workflow: string;
  /** Who answers for it. */
  readonly owner: string;
  readonly started_by: string;
  readonly started_at: Time;
  /** The pre-registered look. Tasks are drawn until then. */
  readonly ends_at: Time;
  readonly baseline: TrialBaseline | null;
  readonly plan: TrialPlan;
  readonly lessons: readonly FrozenLesson[];
  /** How lessons were delivered before: what a rollback goes back to. */
  readonly delivery: Pick<Delivery, 'holdout_share' | 'lessons_of'>;
}

interface Happening {
  readonly project: string;
  readonly trial_id: Id;
  readonly by: string;
  readonly at: Time;
  readonly reason?: string;
}

export type TrialEvent = Happening &
  (
    | { readonly kind: 'extended'; readonly ends_at: Time }
    /** The look as it was taken: never taken again. */
    | { readonly kind: 'looked'; readonly figures: TrialFigures; readonly verdict: TrialVerdict }
    | { readonly kind: 'incident'; readonly incident: Incident }
    | { readonly kind: 'rehearsed'; readonly seconds: number }
    | { readonly kind: 'stopped' }
    | { readonly kind: 'rolled_back'; readonly seconds: number }
  );

/** A trial with what happened to it, oldest first. */
export interface TrialRecord {
  readonly trial: Trial;
  readonly events: readonly TrialEvent[];
}

/** When its tasks stop being drawn, extensions counted. */
export const endOf = ({ trial, events }: TrialRecord): Time =>
  events.reduce((end, event) => (event.kind === 'extended' ? event.ends_at : end), trial.ends_at);

/** How it ended: one that was stopped may still be rolled back. */
export const closingOf = ({ events }: TrialRecord): TrialEvent | null =>
  events.findLast((event) => event.kind === 'stopped' || event.kind === 'rolled_back') ?? null;

type Look = Extract<TrialEvent, { kind: 'looked' }>;

/** The look that was taken; an extension makes room for one more. */
export const lookOf = ({ events }: TrialRecord): Look | null => {
  const last = events.findLast((event) => event.kind === 'looked' || event.kind === 'extended');
  return last?.kind === 'looked' ? last : null;
};

/** `due`: the time of its look has come and nobody took it or closed it. Arms are drawn while it runs, and then no more. */
export type TrialState = 'running' | 'due' | 'looked' | 'stopped' | 'rolled_back';

export const stateOf = (record: TrialRecord, now: Time): TrialState => {
  const closing = closingOf(record);
  if (closing !== null) return closing.kind === 'rolled_back' ? 'rolled_back' : 'stopped';
  if (lookOf(record) !== null) return 'looked';
  return now < endOf(record) ? 'running' : 'due';
};
