import { harmReasons } from '../../domain/metrics/trial-verdict.ts';
import { stateOf, type TrialRecord } from '../../domain/trial.ts';
import type { Services } from '../services.ts';
import { observeTrial } from '../trial/observe-trial.ts';
import { type Check, ok, warn } from './check.ts';

/** Trials that wait for a person: harm was seen, or their look is due. Takes no look itself. */
export const trialsCheck = async (services: Services): Promise<Check[]> => {
  let running = 0;
  const waiting: string[] = [];
  for (const { project } of await services.stores.directory.listProjects()) {
    for (const record of await services.stores.trials.list(project)) {
      const state = stateOf(record, services.clock.now());
      if (state === 'due') waiting.push(`the look at ${record.trial.workflow} in ${project} is due`);
      if (state !== 'running') continue;
      running += 1;
      if (await doesHarm(services, record)) waiting.push(`${record.trial.workflow} in ${project} shows harm`);
    }
  }
  return waiting.length === 0
    ? [ok('trials', running === 0 ? 'No trial is running.' : `${running} running, none waits for a person.`)]
    : [
        warn(
          'trials',
          `Trials wait for a person: ${waiting.join('; ')}.`,
          '`hone trial report` takes the look and says what to do.',
        ),
      ];
};

const doesHarm = async ({ stores, clock }: Services, record: TrialRecord): Promise<boolean> => {
  const { figures, incidents } = await observeTrial(stores, record, clock.now());
  return harmReasons({ figures, incidents, margin: record.trial.plan.margin }).length > 0;
};
