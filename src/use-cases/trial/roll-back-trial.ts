import type { Id, Time } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident.ts';
import { shownIn } from '../../domain/metrics/exposures.ts';
import { closingOf, type Trial } from '../../domain/trial.ts';
import type { Stores } from '../../ports/unit-of-work.ts';
import { refuseSecrets } from '../guard/screen-input.ts';
import { resolveProject } from '../resolve-project.ts';
import type { Caller, Services } from '../services.ts';
import { signed } from '../signed.ts';
import { prepareEnd, refuseEnded } from './close-trial.ts';
import { locateTrial, type TrialChoice } from './locate-trial.ts';
import { requireLead } from './require-lead.ts';

export interface RollBackInput extends TrialChoice {
  readonly reason?: string | undefined;
  readonly incident?: Incident | undefined;
  /** Does all of it, measures it, and undoes it. */
  readonly rehearse?: boolean | undefined;
}

/** One lesson that one run was shown. */
export interface Reception {
  readonly lesson_id: Id;
  readonly run_id: Id;
  readonly task_key: string | null;
  readonly agent: string | null;
  readonly principal: string;
  readonly at: Time;
}

export interface RollBackResult {
  readonly trial_id: Id;
  readonly workflow: string;
  readonly rehearsed: boolean;
  /** How long the change took; every running server obeys it at its next answer. */
  readonly seconds: number;
  /** What holds in the workflow from now on. */
  readonly delivery: Trial['delivery'];
  /** Who was shown what in the workflow since the start, oldest first. */
  readonly received: readonly Reception[];
}

/** Undoes a rehearsal. Never leaves this file. */
class Rehearsal extends Error {}

/**
 * Puts delivery in a trial's workflow, and the set of lessons delivered there, back to what they were at its start, and
 * says who had received what. Lessons made since stay as they are and are not delivered in that workflow until a lead
 * decides on delivery again. A trial that ended may be rolled back, too.
 *
 * @throws HoneError NOT_FOUND; CONFLICT when it was rolled back before; FORBIDDEN for anyone but a lead.
 */
export const rollBackTrial = async (
  services: Services,
  caller: Caller,
  given: RollBackInput,
): Promise<RollBackResult> => {
  const role = requireLead(caller.principal, 'roll a trial back');
  const input = await refuseSecrets(services, given);
  const acting = signed(services, caller, 'trial rollback', role);
  const project = resolveProject(caller, input.project);
  const found = await locateTrial(services.stores.trials, project, input);
  if (closingOf(found)?.kind === 'rolled_back') refuseEnded(found);
  const rehearsed = input.rehearse === true;
  if (!rehearsed) await prepareEnd(services, caller, found, input.incident);
  const seconds = await change(acting, caller, found.trial, input);
  if (rehearsed) await noteRehearsal(acting, caller, found.trial, seconds);
  const { trial_id, workflow, delivery } = found.trial;
  return {
    trial_id,
    workflow,
    rehearsed,
    seconds,
    delivery: { ...delivery, lessons_of: trial_id },
    received: await receptions(services.stores, found.trial, services.clock.now()),
  };
};

/** Seconds from asking until it holds, waiting for other writers counted. */
const change = async (services: Services, caller: Caller, trial: Trial, input: RollBackInput): Promise<number> => {
  const begun = performance.now();
  const elapsed = (): number => Math.round(performance.now() - begun) / 1000;
  const { project, trial_id, workflow, delivery } = trial;
  const by = {
    project,
    by: caller.principal.name,
    at: services.clock.now(),
    ...(input.reason === undefined ? {} : { reason: input.reason }),
  };
  try {
    await services.unitOfWork.write(async ({ trials }) => {
      await trials.setDelivery({ ...by, workflow, holdout_share: delivery.holdout_share, lessons_of: trial_id });
      await trials.addEvent({ ...by, trial_id, kind: 'rolled_back', seconds: elapsed() });
      if (input.rehearse === true) throw new Rehearsal();
    });
  } catch (error) {
    if (!(error instanceof Rehearsal)) throw error;
  }
  return elapsed();
};

const noteRehearsal = async (
  services: Services,
  caller: Caller,
  { project, trial_id }: Trial,
  seconds: number,
): Promise<void> => {
  const by = caller.principal.name;
  const at = services.clock.now();
  await services.unitOfWork.write(({ trials }) =>
    trials.addEvent({ project, trial_id, kind: 'rehearsed', seconds, by, at }),
  );
};

const receptions = async (stores: Stores, trial: Trial, now: Time): Promise<Reception[]> => {
  const { project, workflow, started_at: from } = trial;
  const received: Reception[] = [];
  for (const { task, runs, recalls } of await stores.events.fullTasks(project, { workflow, from, to: now })) {
    const runOf = new Map(runs.map((run) => [run.run_id, run]));
    for (const recall of recalls) {
      const run = runOf.get(recall.run_id ?? '');
      if (run === undefined) continue;
      for (const lesson_id of shownIn(recall)) {
        received.push({
          lesson_id,
          run_id: run.run_id,
          task_key: task.task_key ?? null,
          agent: run.agent ?? null,
          principal: run.principal,
          at: recall.at,
        });
      }
    }
  }
  return received.sort((a, b) => a.at.localeCompare(b.at));
};
