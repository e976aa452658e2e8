import type { Id } from '../../domain/ids.ts';
import { LOOPS } from '../../domain/loops/constants.ts';
import { fleetLoop } from '../../domain/loops/fleet.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { lessonFor } from '../organisation/organisation-lesson.ts';
import type { OutcomeAct } from '../record-outcome.ts';
import { disputeIn, servesIn } from './dispute-after-harm.ts';

const FAILED: readonly Outcome[] = ['failed', 'timed_out'];

/**
 * Takes lessons out of service that several people's agents failed with within a day, until a person has looked. Critical
 * ones stay: leaving them out could cost more than a failure.
 */
export const disputeInFleet = async (
  act: OutcomeAct,
  outcome: Outcome,
  shown: readonly Id[],
): Promise<{ lesson_id: Id; change: string }[]> => {
  if (!FAILED.includes(outcome)) return [];
  const { stores, run } = act;
  const at = act.services.clock.now();
  const since = new Date(Date.parse(at) - LOOPS.fleet.hours * 3_600_000).toISOString();
  const disputed = [];
  for (const lesson_id of shown) {
    const lesson = await lessonFor(stores, run.project, lesson_id);
    if (lesson === null || lesson.critical || !(await servesIn(stores, run.project, lesson))) continue;
    if (!fleetLoop(await stores.loops.shownTo(run.project, lesson_id, since))) continue;
    const reason = `tasks of ${LOOPS.fleet.principals} principals failed with it within ${LOOPS.fleet.hours} hours`;
    await disputeIn(stores, run.project, lesson, { by: act.caller.principal.name, reason, at });
    const { project, task_id, run_id } = run;
    await stores.loops.add({ project, task_id, run_id, pattern: 'fleet', action: 'dispute', lessons: [lesson_id], at });
    disputed.push({ lesson_id, change: `disputed: ${reason}` });
  }
  return disputed;
};
