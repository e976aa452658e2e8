import type { Task } from '../../domain/run.ts';
import { deliveryOf } from '../holdout/delivery-of.ts';
import { suppressedLessons } from '../loops/loops-at-start.ts';
import { degradedRecall, performRecall, type RecallResult } from '../recall/perform-recall.ts';
import type { Services } from '../services.ts';
import type { StartTaskInput } from '../start-task.ts';

/** Both what was found and what the holdout gets of it: the arm is known only when the task is there. */
export interface Recalled {
  readonly result: RecallResult;
  readonly shadow: boolean;
}

const NOTHING_ASKED = {
  decision: 'abstain',
  reason: 'Nothing was searched.',
  lessons: [],
  path: 'none',
  tokens: 0,
  nextStep: 'Ask recall_lessons when you need to.',
  candidates: [],
  seen: [],
} as const;
/** A run that is opened on an agent's behalf is told nothing now. */
export const NOT_ASKED: Recalled = { shadow: false, result: { ...NOTHING_ASKED, held: NOTHING_ASKED } };

/** What the team learned about a task that begins in this workflow. A recall that fails degrades. */
export const recallAtStart = async (
  services: Services,
  project: string,
  input: StartTaskInput,
  { task, workflow }: { task: Task | null; workflow: string },
): Promise<Recalled> => {
  try {
    const { shadow, only } = await deliveryOf(services.stores.trials, project, workflow, services.clock.now());
    const result = await performRecall(services, {
      project,
      query: input.task,
      aspects: input.aspects ?? [],
      paths: input.paths ?? [],
      ...(input.error === undefined ? {} : { error: input.error }),
      limit: 3,
      tokenBudget: 800,
      detailed: false,
      ...(only === undefined ? {} : { only }),
      ...(task === null
        ? {}
        : { exclude: await suppressedLessons(services.stores, task, input, services.clock.now()) }),
    });
    services.lastGood.keep(project, result.lessons);
    return { result, shadow };
  } catch (error) {
    return { result: degradedRecall(error), shadow: false };
  }
};
