import { notFound } from '../../domain/error.ts';
import type { Id } from '../../domain/ids.ts';
import type { Lesson } from '../../domain/lesson.ts';
import type { Run } from '../../domain/run.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { Stores } from '../../ports/unit-of-work.ts';
import { lessonFor } from '../organisation/organisation-lesson.ts';
import type { OutcomeAct } from '../record-outcome.ts';
import { disputeAfterHarm } from './dispute-after-harm.ts';
import { learnTrigger } from './learn-trigger.ts';

/** An agent's word on a lesson weighs half of a person's or of CI's. */
const weightOf = (act: OutcomeAct): number => (act.source === 'agent' ? 0.5 : 1);

/** Lessons that were shown to the run, in the order of their first showing. */
export const exposedLessons = async (stores: Stores, run: Run): Promise<Id[]> => {
  const recalls = await stores.runs.recallsOf(run.project, run.run_id);
  const shown = recalls.flatMap((recall) => recall.candidates.filter((one) => one.cut === undefined));
  return [...new Set(shown.map((one) => one.lesson_id))];
};

/**
 * Takes one verdict in. A verdict on a lesson that the run was not shown changes nothing and says so.
 *
 * @throws HoneError NOT_FOUND for a lesson that the project does not hold.
 */
export const judge = async (
  act: OutcomeAct,
  shown: readonly Id[],
  { lesson_id, verdict }: { lesson_id: Id; verdict: Verdict },
): Promise<{ lesson_id: Id; change: string }> => {
  const { run, stores, source } = act;
  const lesson = await lessonFor(stores, run.project, lesson_id);
  if (lesson === null) throw notFound('lesson');
  if (!shown.includes(lesson_id)) return { lesson_id, change: 'not counted: this run was not shown the lesson' };
  const vote = { by: act.caller.principal.name, at: act.services.clock.now() };
  await stores.runs.addVerdict({ project: run.project, run_id: run.run_id, lesson_id, verdict, source, ...vote });
  const counted = await stores.lessons.vote(lesson.project, lesson_id, {
    verdict,
    weight: weightOf(act),
    version: lesson.version,
    ...vote,
  });
  return { lesson_id, change: await learn(act, lesson, verdict, counted) };
};

const learn = async (act: OutcomeAct, lesson: Lesson, verdict: Verdict, counted: boolean): Promise<string> => {
  if (verdict === 'unused') return 'noted: shown and not needed';
  if (verdict === 'ignored') return 'noted: raised in review for its wording';
  if (verdict === 'harmful' && (await disputeAfterHarm(act, lesson)))
    return 'disputed: not served until a person has looked';
  if (!counted) return 'noted: you already voted on this lesson today';
  if (verdict === 'harmful') return 'counted as harmful';
  if (act.source === 'human' && (await learnTrigger(act, lesson.lesson_id, 'person'))) {
    return 'counted as helpful; this task is now one of its triggers';
  }
  return 'counted as helpful';
};
