import type { RepeatReason } from '../../domain/intervention.ts';
import type { Lesson } from '../../domain/lesson.ts';
import { isServed } from '../../domain/lesson-state.ts';
import type { Run } from '../../domain/run.ts';
import type { Stores } from '../../ports/unit-of-work.ts';

/**
 * Why a lesson that existed did not prevent the correction: it waited for review, it was shown to the run, it was among
 * the ten best and held back, or it was not found. A correction outside any run had no recall, so it missed.
 */
export const repeatReason = async (stores: Stores, lesson: Lesson, run: Run | null): Promise<RepeatReason> => {
  if (!isServed(lesson.state)) return 'unreviewed';
  if (run === null) return 'missed';
  const recalls = await stores.runs.recallsOf(run.project, run.run_id);
  const seen = recalls.flatMap((recall) => recall.candidates).filter((one) => one.lesson_id === lesson.lesson_id);
  if (seen.some((candidate) => candidate.cut === undefined)) return 'ignored';
  return seen.length > 0 ? 'withheld' : 'missed';
};
