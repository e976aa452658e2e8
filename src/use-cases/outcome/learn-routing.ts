import { isConfirmed, type Outcome } from '../../domain/outcome.ts';
import { workflowNamed } from '../../domain/workflow.ts';
import type { OutcomeAct } from '../record-outcome.ts';

const ENDED_WELL: readonly Outcome[] = ['completed_clean', 'completed_rewritten'];

/**
 * A task that CI or a person calls completed speaks for its workflow: tasks like it are routed there. An agent's own word
 * teaches nothing.
 */
export const learnRouting = async (
  { stores, run, source, trigger, services }: OutcomeAct,
  outcome: Outcome,
): Promise<void> => {
  if (!isConfirmed(source) || !ENDED_WELL.includes(outcome)) return;
  const task = await stores.runs.findTask(run.project, run.task_id);
  const workflow = workflowNamed(await stores.workflows.current(run.project), task?.workflow ?? '');
  if (task === null || workflow === null) return;
  const example = { workflow: workflow.name, source: 'task' as const, text: run.text, vector: trigger.vector };
  await stores.workflows.learn(run.project, example, trigger.model ?? '', services.clock.now());
};
