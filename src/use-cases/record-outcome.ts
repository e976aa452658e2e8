import type { Id } from '../domain/ids.ts';
import { isConfirmed, type Outcome, type OutcomeSource, withRewrite } from '../domain/outcome.ts';
import type { TriggerEntry } from '../domain/retrieval/index-entry.ts';
import type { Run } from '../domain/run.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Stores } from '../ports/unit-of-work.ts';
import { findRunOfKeys } from './find-run-of-keys.ts';
import { isHeld } from './guard/inspect-lesson.ts';
import { refuseSecrets } from './guard/screen-input.ts';
import { loadRefit, type RefitCalibration } from './learning/refit-calibration.ts';
import { locateRun } from './locate.ts';
import { once } from './once.ts';
import { confirmByOutcome } from './outcome/confirm-by-outcome.ts';
import { disputeInFleet } from './outcome/dispute-in-fleet.ts';
import { exposedLessons, judge } from './outcome/judge.ts';
import { learnRouting } from './outcome/learn-routing.ts';
import { indexTrigger } from './recall/index-lesson.ts';
import type { Caller, Services } from './services.ts';

export interface RecordOutcomeInput {
  readonly run_id: Id;
  readonly outcome: Outcome;
  readonly source?: OutcomeSource | undefined;
  readonly rewrite_share?: number | undefined;
  readonly fallback_used?: boolean | undefined;
  readonly error?: string | undefined;
  readonly note?: string | undefined;
  readonly verdicts?: readonly { lesson_id: Id; verdict: Verdict }[] | undefined;
  readonly idempotency_key?: string | undefined;
}

export interface RecordOutcomeResult {
  readonly run_id: Id;
  readonly task_id: Id;
  readonly outcome: Outcome;
  readonly learned: readonly { lesson_id: Id; change: string }[];
  /** Lessons shown to the run of which it said nothing. */
  readonly unjudged: readonly Id[];
  readonly next_step: string;
}

/** Whose word it is comes from the credential: an agent cannot speak for CI or for a person. */
const sourceOf = (caller: Caller, wanted: OutcomeSource | undefined): OutcomeSource => {
  if (caller.principal.kind === 'agent') return 'agent';
  return wanted ?? (caller.principal.kind === 'ci' ? 'ci' : 'human');
};

/** People and pipelines know a task by its key, not its runs by their ids: then its latest run is meant. */
const runNamed = async (services: Services, caller: Caller, named: Id): Promise<Run> => {
  const latest = caller.principal.kind === 'agent' ? null : await findRunOfKeys(services, caller.project, [named]);
  return locateRun(services, caller, latest ?? named);
};

/** Closes a run, keeps what it says of the lessons it was shown, and lets the lessons learn from both. */
export const recordOutcome = async (
  services: Services,
  caller: Caller,
  given: RecordOutcomeInput,
): Promise<RecordOutcomeResult> => {
  const input = await refuseSecrets(services, given);
  const run = await runNamed(services, caller, input.run_id);
  const source = sourceOf(caller, input.source);
  return once(services, caller, {
    project: run.project,
    verb: 'record_outcome',
    input,
    prepare: async () => ({
      trigger: await indexTrigger(services, run.text),
      refit: await loadRefit(),
      triggerFits: !isHeld(await services.guard.inspect([{ field: 'task', text: run.text }])),
    }),
    commit: (stores, prepared) => commit({ services, stores, caller, run, source, ...prepared }, input),
  });
};

export interface OutcomeAct {
  readonly services: Services;
  readonly stores: Stores;
  readonly caller: Caller;
  readonly run: Run;
  readonly source: OutcomeSource;
  /** The run's task, ready to become a trigger. */
  readonly trigger: TriggerEntry;
  /** False when a guard holds the task's text. */
  readonly triggerFits: boolean;
  readonly refit: RefitCalibration;
}

const commit = async (act: OutcomeAct, input: RecordOutcomeInput): Promise<RecordOutcomeResult> => {
  const { run, stores, source } = act;
  const outcome = withRewrite(input.outcome, input.rewrite_share);
  await stores.runs.addOutcome({
    project: run.project,
    run_id: run.run_id,
    task_id: run.task_id,
    outcome,
    source,
    ...(input.rewrite_share === undefined ? {} : { rewrite_share: input.rewrite_share }),
    ...(input.fallback_used === undefined ? {} : { fallback_used: input.fallback_used }),
    ...(input.error === undefined ? {} : { error: input.error }),
    ...(input.note === undefined ? {} : { note: input.note }),
    by: act.caller.principal.name,
    at: act.services.clock.now(),
  });
  const shown = await exposedLessons(stores, run);
  const learned = [];
  for (const verdict of input.verdicts ?? []) learned.push(await judge(act, shown, verdict));
  if (learned.length > 0) await act.refit(stores, run.project);
  learned.push(...(await confirmByOutcome(act)));
  await learnRouting(act, outcome);
  learned.push(...(await disputeInFleet(act, outcome, shown)));
  const judged = new Set((await stores.runs.verdictsOf(run.project, run.run_id)).map((one) => one.lesson_id));
  const unjudged = shown.filter((id) => !judged.has(id));
  return {
    run_id: run.run_id,
    task_id: run.task_id,
    outcome,
    learned,
    unjudged,
    next_step: nextStep(source, unjudged),
  };
};

const nextStep = (source: OutcomeSource, unjudged: readonly Id[]): string => {
  const confirmation = isConfirmed(source)
    ? 'Recorded.'
    : 'Recorded as your own report. CI or a person confirms it later with `hone outcome`.';
  return unjudged.length === 0
    ? confirmation
    : `${confirmation} Say in \`verdicts\` whether the lessons in \`unjudged\` were helpful, harmful, unused or ignored.`;
};
