import type { Id } from '../ids.ts';
import type { Correction } from '../intervention.ts';
import { exposuresOf, shownIn } from './exposures.ts';
import type { TaskHistory } from './task-history.ts';

/** What became of one lesson in a cohort. */
export interface LessonUse {
  readonly exposures: number;
  readonly helpful: number;
  readonly harmful: number;
  readonly ignored: number;
  readonly unused: number;
  /** Corrections that the lesson, served, did not prevent. */
  readonly repeats_after: number;
  /** Its part of the tokens put into contexts, shared evenly among the lessons of an answer. */
  readonly tokens: number;
}

export const NO_USE: LessonUse = {
  exposures: 0,
  helpful: 0,
  harmful: 0,
  ignored: 0,
  unused: 0,
  repeats_after: 0,
  tokens: 0,
};

/** The use of every lesson that was shown or repeated; `corrections` are those of the histories and of no run. */
export const lessonUses = (
  histories: readonly TaskHistory[],
  corrections: readonly Correction[],
): Map<Id, LessonUse> => {
  const uses = new Map<Id, LessonUse>();
  const add = (id: Id, key: keyof LessonUse, amount: number): void => {
    const use = uses.get(id) ?? NO_USE;
    uses.set(id, { ...use, [key]: use[key] + amount });
  };
  for (const history of histories) {
    for (const { lesson_id, verdict } of exposuresOf(history)) {
      add(lesson_id, 'exposures', 1);
      if (verdict !== null) add(lesson_id, verdict, 1);
    }
    for (const recall of history.recalls) {
      const shown = shownIn(recall);
      for (const id of shown) add(id, 'tokens', recall.tokens / shown.length);
    }
  }
  for (const { match, repeat_why, lesson_id } of corrections) {
    if (match === 'repeat' && repeat_why !== 'unreviewed' && lesson_id !== undefined)
      add(lesson_id, 'repeats_after', 1);
  }
  return uses;
};
