import type { Id } from '../../domain/ids.ts';
import { isConfirmed } from '../../domain/outcome.ts';
import type { OutcomeAct } from '../record-outcome.ts';
import { learnTrigger } from './learn-trigger.ts';

/**
 * A clean outcome from CI or a person confirms what the agent called helpful: the task becomes a trigger.
 * It does not matter which of the two came first.
 */
export const confirmByOutcome = async (act: OutcomeAct): Promise<{ lesson_id: Id; change: string }[]> => {
  const { run, stores } = act;
  const outcomes = await stores.runs.outcomesOfTask(run.project, run.task_id);
  const confirmed = outcomes.filter((one) => isConfirmed(one.source)).at(-1);
  if (confirmed?.outcome !== 'completed_clean') return [];
  const verdicts = await stores.runs.verdictsOf(run.project, run.run_id);
  const helpful = new Set(verdicts.filter((one) => one.verdict === 'helpful').map((one) => one.lesson_id));
  const learned = [];
  for (const lessonId of helpful) {
    if (await learnTrigger(act, lessonId, 'verdict')) {
      learned.push({ lesson_id: lessonId, change: 'confirmed by the outcome; this task is now one of its triggers' });
    }
  }
  return learned;
};
