import { HoneError } from '../../domain/error.ts';
import { DEFAULT_DELIVERY } from '../../domain/holdout/delivery.ts';
import type { Time } from '../../domain/ids.ts';
import { SERVED_STATES } from '../../domain/lesson-state.ts';
import { planWarnings, trialPlan } from '../../domain/metrics/trial-plan.ts';
import { stateOf, type Trial, type TrialBaseline } from '../../domain/trial.ts';
import { workflowNamed } from '../../domain/workflow.ts';
import type { Stores } from '../../ports/unit-of-work.ts';
import { refuseSecrets } from '../guard/screen-input.ts';
import { sharedLessons } from '../organisation/shared-lessons.ts';
import { resolveProject } from '../resolve-project.ts';
import type { Caller, Services } from '../services.ts';
import { signed } from '../signed.ts';
import { type TimeWindow, timeWindow } from '../time-window.ts';
import { measureBaseline } from './measure-baseline.ts';
import { requireLead } from './require-lead.ts';

export interface StartTrialInput {
  readonly project?: string | undefined;
  readonly workflow: string;
  /** Who answers for it. */
  readonly owner: string;
  /** 1 to 28, default 7. */
  readonly days?: number | undefined;
  /** Both or none; default: the locked baseline, else as many days before the start as the trial has. */
  readonly baseline_from?: string | undefined;
  readonly baseline_to?: string | undefined;
  /** Interventions per 100 runs, default 10. */
  readonly margin?: number | undefined;
  /** A share, default 0.15. */
  readonly minimum_effect?: number | undefined;
  /** Says what it would take, and starts nothing. */
  readonly dry_run?: boolean | undefined;
}

export interface StartTrialResult {
  readonly trial: Trial;
  readonly warnings: readonly string[];
  readonly dry_run: boolean;
}

/** Longest trial, extensions counted. */
export const LONGEST_DAYS = 28;
const DAY_MS = 86_400_000;
const DEFAULTS = { days: 7, margin: 10, minimum_effect: 0.15 } as const;

/**
 * Starts a field test of one workflow, or says what one would take: freezes owner, baseline, lesson set, margin and the
 * time of its one look. From then on new tasks of the workflow are drawn into arms.
 *
 * @throws HoneError INVALID_INPUT for numbers out of range; CONFLICT while another trial of the workflow is open;
 *   FORBIDDEN for anyone but a lead.
 */
export const startTrial = async (
  services: Services,
  caller: Caller,
  given: StartTrialInput,
): Promise<StartTrialResult> => {
  const role = requireLead(caller.principal, 'start a trial');
  const input = await refuseSecrets(services, given);
  const project = resolveProject(caller, input.project);
  const wanted = checkedNumbers(input);
  const now = services.clock.now();
  const window = await baselineWindow(services.stores, project, input, wanted.days, now);
  const baseline = await measureBaseline(services.stores.events, project, input.workflow, window, now);
  const freeze = async (stores: Stores): Promise<Trial> => ({
    project,
    trial_id: services.ids.next('trial'),
    workflow: input.workflow,
    owner: input.owner,
    started_by: caller.principal.name,
    ...timesFrom(services.clock.now(), wanted.days),
    ...(await frozen(stores, project, input.workflow)),
    baseline,
    plan: trialPlan(wanted, baseline),
  });
  const trial =
    input.dry_run === true
      ? await freeze(services.stores)
      : await signed(services, caller, 'trial start', role).unitOfWork.write(async (stores) => {
          await stores.directory.addProject(project, now);
          await refuseSecond(stores, project, input.workflow, now);
          const made = await freeze(stores);
          await stores.trials.add(made);
          return made;
        });
  return {
    trial,
    warnings: [
      ...(await undeclared(services.stores, project, input.workflow)),
      ...warningsOf(trial, baseline, wanted.days),
    ],
    dry_run: input.dry_run === true,
  };
};

const checkedNumbers = (input: StartTrialInput): { days: number; margin: number; minimum_effect: number } => {
  const { days = DEFAULTS.days, margin = DEFAULTS.margin, minimum_effect = DEFAULTS.minimum_effect } = input;
  const refuse = (what: string, allowed: string): HoneError => new HoneError('INVALID_INPUT', what, allowed);
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS) {
    throw refuse('The length of the trial is not allowed.', `It has 1 to ${LONGEST_DAYS} whole days. Example: 7`);
  }
  if (!(margin > 0 && margin <= 100)) {
    throw refuse('The margin is not allowed.', 'It is a number of interventions per 100 runs, up to 100. Example: 10');
  }
  if (!(minimum_effect > 0 && minimum_effect < 1)) {
    throw refuse('The smallest effect is not allowed.', 'It is a share between 0 and 1. Example: 0.15');
  }
  if (input.workflow.trim() === '' || input.owner.trim() === '') {
    throw refuse('A trial has a workflow and an owner.', 'Example: --workflow bugfix --owner platform-team');
  }
  return { days, margin, minimum_effect };
};

const timesFrom = (start: Time, days: number): Pick<Trial, 'started_at' | 'ends_at'> => ({
  started_at: start,
  ends_at: new Date(Date.parse(start) + days * DAY_MS).toISOString(),
});

const baselineWindow = async (
  { trials }: Stores,
  project: string,
  { workflow, baseline_from: since, baseline_to: until }: StartTrialInput,
  days: number,
  now: Time,
): Promise<TimeWindow> => {
  if (since !== undefined || until !== undefined) return timeWindow({ since, until }, now);
  const locked = (await trials.lockedBaseline(project, workflow)) ?? (await trials.lockedBaseline(project, null));
  return locked ?? timeWindow({ since: `${days}d` }, now);
};

const frozen = async (
  stores: Stores,
  project: string,
  workflow: string,
): Promise<Pick<Trial, 'lessons' | 'delivery'>> => {
  const { items } = await stores.lessons.list(project, { states: SERVED_STATES });
  const served = [...items, ...(await sharedLessons(stores, project))];
  const decided = await stores.trials.delivery(project, workflow);
  return {
    lessons: served.map(({ lesson_id, version, critical }) => ({ lesson_id, version, critical })),
    delivery: {
      holdout_share: decided?.holdout_share ?? DEFAULT_DELIVERY.holdout_share,
      ...(decided?.lessons_of === undefined ? {} : { lessons_of: decided.lessons_of }),
    },
  };
};

const refuseSecond = async ({ trials }: Stores, project: string, workflow: string, now: Time): Promise<void> => {
  const newest = await trials.latest(project, workflow);
  const state = newest === null ? 'stopped' : stateOf(newest, now);
  if (state !== 'running' && state !== 'due') return;
  throw new HoneError(
    'CONFLICT',
    state === 'running' ? 'A trial of this workflow is running.' : 'A trial of this workflow waits for its look.',
    'See it with `hone trial report`, or end it with `hone trial stop`.',
  );
};

/** Tasks are filed only under workflows that the project declared, where it declared any. */
const undeclared = async ({ workflows }: Stores, project: string, workflow: string): Promise<string[]> => {
  const set = await workflows.current(project);
  return set === null || workflowNamed(set, workflow) !== null
    ? []
    : [
        `This project declares no workflow of that name, so no task would be drawn. It declares: ${set.workflows.map(({ name }) => name).join(', ')}.`,
      ];
};

const warningsOf = (trial: Trial, baseline: TrialBaseline | null, days: number): string[] => [
  ...planWarnings(trial.plan, baseline, days),
  ...(trial.lessons.length === 0 ? ['No lesson is served yet: both arms would get nothing.'] : []),
];
