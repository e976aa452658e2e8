import { timeBudget } from '../../domain/loops/budget.ts';
import type { LoopFinding } from '../../domain/loops/loop-finding.ts';
import type { LoopSignal } from '../../domain/loops/loop-signal.ts';
import { repeatedRecall } from '../../domain/loops/repeated-recall.ts';
import { sameFailure } from '../../domain/loops/same-failure.ts';
import type { Run } from '../../domain/run.ts';
import { workflowOfTask } from '../../domain/workflow.ts';
import type { Stores } from '../../ports/unit-of-work.ts';

/** What one more question of a run shows to go in circles. */
export const loopsInRun = async (
  stores: Stores,
  run: Run,
  now: Extract<LoopSignal, { kind: 'recall' }>,
): Promise<LoopFinding[]> => {
  const trail = await stores.loops.trail(run.project, run.task_id);
  const task = await stores.runs.findTask(run.project, run.task_id);
  const { guardrails } = workflowOfTask(await stores.workflows.current(run.project), task?.workflow ?? '');
  const findings = [
    // Only what was met now: an old failure is no news to a question about something else.
    now.error === null ? null : sameFailure([...trail, now]),
    timeBudget(run.started_at, now.at, guardrails),
    repeatedRecall(trail, now),
  ];
  return findings.filter((one) => one !== null);
};
