import type { Outcome } from '../../src/domain/outcome.ts';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { recordIntervention } from '../../src/use-cases/record-intervention.ts';
import { recordOutcome } from '../../src/use-cases/record-outcome.ts';
import type { Services } from '../../src/use-cases/services.ts';
import { type StartTaskResult, startTask } from '../../src/use-cases/start-task.ts';
import { soloAgent, soloPerson, type TestClock } from './test-services.ts';

export const SITUATION = 'installing dependencies';

/** A lesson that fits every task of the test trials. */
export const teach = (services: Services, right = 'Use pnpm here.') =>
  recordCorrection(services, soloAgent, { wrong: 'npm', right, when: SITUATION });

export interface TaskCourse {
  readonly outcome?: Outcome;
  readonly interventions?: number;
  readonly minutes?: number;
}

/** One task of the workflow from its start to an outcome that a person confirms. */
export const runTask = async (
  { services, clock }: { services: Services; clock: TestClock },
  key: string,
  course: (arm: string | undefined) => TaskCourse,
): Promise<{ arm: string | undefined; started: StartTaskResult }> => {
  const started = await startTask(services, soloAgent, { task: SITUATION, task_key: key, workflow: 'bugfix' });
  const arm = (await services.stores.runs.findTaskByKey('app', key))?.arm;
  const { outcome = 'completed_clean', interventions = 0, minutes = 30 } = course(arm);
  for (let i = 0; i < interventions; i += 1) {
    await recordIntervention(services, soloPerson, { run: started.run_id, kind: 'takeover' });
  }
  clock.advance(minutes / 60);
  await recordOutcome(services, soloPerson, { run_id: started.run_id, outcome, source: 'human' });
  return { arm, started };
};

export const runTasks = async (
  opened: { services: Services; clock: TestClock },
  count: number,
  course: (arm: string | undefined, index: number) => TaskCourse,
  prefix = 'T',
): Promise<void> => {
  for (let index = 0; index < count; index += 1) {
    await runTask(opened, `${prefix}-${index}`, (arm) => course(arm, index));
  }
};
