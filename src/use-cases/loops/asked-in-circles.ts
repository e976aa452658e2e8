import type { Time } from '../../domain/ids.ts';
import { errorPrint } from '../../domain/loops/error-print.ts';
import type { LoopFinding } from '../../domain/loops/loop-finding.ts';
import { questionPrint } from '../../domain/loops/repeated-recall.ts';
import type { Run } from '../../domain/run.ts';
import type { RecallAnswer } from '../recall/perform-recall.ts';
import { NEXT_STEPS } from '../recall/reasons.ts';
import type { RecallLessonsInput } from '../recall-lessons.ts';
import type { Services } from '../services.ts';
import { loopsInRun } from './loops-in-run.ts';

/** A question as the detection of loops sees it. */
export interface Asked {
  readonly at: Time;
  readonly print: string;
  readonly errorPrint: string | null;
  readonly findings: readonly LoopFinding[];
  readonly repeated?: LoopFinding | undefined;
}

/** Whether a run asks in circles. What cannot be looked up now is no loop. */
export const askedInCircles = async (
  services: Services,
  run: Run | null | 'unknown',
  input: RecallLessonsInput,
  found: RecallAnswer,
): Promise<Asked> => {
  const at = services.clock.now();
  const error = errorPrint(input.error);
  const paths = input.paths ?? (run === 'unknown' ? [] : (run?.paths ?? []));
  const asked = { at, print: questionPrint(input.query, paths, error), errorPrint: error };
  if (run === null || run === 'unknown' || found.decision === 'degraded') return { ...asked, findings: [] };
  const lessons = found.candidates.filter(({ cut }) => cut === undefined || cut === 'shown');
  const findings = await loopsInRun(services.stores, run, {
    kind: 'recall',
    run: run.run_id,
    at,
    error,
    asked: asked.print,
    lessons: lessons.map(({ lesson_id }) => lesson_id).sort(),
    atStart: false,
  }).catch(() => []);
  return { ...asked, findings, repeated: findings.find(({ pattern }) => pattern === 'repeated_recall') };
};

/** The agent has them already: showing them once more would only keep it going round. */
export const heldBack = (found: RecallAnswer, advice: string): RecallAnswer => ({
  ...found,
  decision: 'abstain',
  reason: advice,
  lessons: [],
  tokens: 0,
  nextStep: NEXT_STEPS.abstain,
  candidates: found.candidates.map((one) => (one.cut === undefined ? { ...one, cut: 'shown' } : one)),
});
