import type { Time } from '../../domain/ids.ts';
import type { Lesson } from '../../domain/lesson.ts';
import { isServed } from '../../domain/lesson-state.ts';
import { isOfOrganisation } from '../../domain/organisation.ts';
import { isConfirmed } from '../../domain/outcome.ts';
import type { Stores } from '../../ports/unit-of-work.ts';
import type { OutcomeAct } from '../record-outcome.ts';

/** Distinct tasks in which agents must have found harm before a lesson is disputed without a person. */
const HARMFUL_TASKS = 3;

/**
 * Takes a lesson out of service after harm: one person's word is enough; agents need three distinct tasks, at least one
 * of them with a confirmed outcome that is not clean. True when it was disputed now.
 */
export const disputeAfterHarm = async (act: OutcomeAct, lesson: Lesson): Promise<boolean> => {
  if (!(await servesIn(act.stores, act.run.project, lesson))) return false;
  const byPerson = act.source === 'human';
  if (!byPerson && !(await harmConfirmed(act, lesson))) return false;
  await disputeIn(act.stores, act.run.project, lesson, {
    by: act.caller.principal.name,
    reason: byPerson ? 'a person found it harmful' : `found harmful in ${HARMFUL_TASKS} tasks`,
    at: act.services.clock.now(),
  });
  return true;
};

/** Takes a lesson out of service where harm was found: the project's own, or the organisation's in this project alone. */
export const disputeIn = async (
  stores: Stores,
  project: string,
  lesson: Lesson,
  why: { by: string; reason: string; at: Time },
): Promise<void> => {
  if (!isOfOrganisation(lesson)) return disputeLesson(stores, lesson, why);
  const { lesson_id } = lesson;
  await stores.organisation.addStance(project, { lesson_id, stance: 'disputed', role: 'policy', ...why });
};

/** Whether the project gets it. */
export const servesIn = async (stores: Stores, project: string, lesson: Lesson): Promise<boolean> => {
  if (!isServed(lesson.state)) return false;
  if (!isOfOrganisation(lesson)) return true;
  const said = (await stores.organisation.stancesOn(project, lesson.lesson_id)).at(-1);
  return said === undefined || said.stance === 'lifted';
};

/** Takes a served lesson out of service until a person has looked. */
export const disputeLesson = (
  stores: Stores,
  { project, lesson_id, version, state }: Lesson,
  { by, reason, at }: { by: string; reason: string; at: Time },
): Promise<void> =>
  stores.lessons.move(project, {
    lesson_id,
    version,
    from: state,
    to: 'disputed',
    actor: by,
    role: 'policy',
    reason,
    at,
  });

const harmConfirmed = async (act: OutcomeAct, lesson: Lesson): Promise<boolean> => {
  const { project } = act.run;
  const verdicts = await act.stores.runs.verdictsOfLesson(project, lesson.lesson_id);
  const tasks = new Set<string>();
  let failed = false;
  for (const verdict of verdicts.filter((one) => one.verdict === 'harmful')) {
    const run = await act.stores.runs.findRun(project, verdict.run_id);
    if (run === null || tasks.has(run.task_id)) continue;
    tasks.add(run.task_id);
    const outcomes = await act.stores.runs.outcomesOfTask(project, run.task_id);
    const confirmed = outcomes.filter((one) => isConfirmed(one.source)).at(-1);
    failed ||= confirmed !== undefined && confirmed.outcome !== 'completed_clean';
  }
  return failed && tasks.size >= HARMFUL_TASKS;
};
