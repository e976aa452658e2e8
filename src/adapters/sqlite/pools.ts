import { isServed, type LessonState } from '../../domain/lesson-state.ts';
import type { Pool } from '../../ports/lesson-search.ts';

const WAITING: readonly LessonState[] = ['proposed', 'disputed', 'quarantined'];

/** The pool in which a lesson of this state is searched; null: in none. */
export const poolOf = (state: LessonState): Pool | null => {
  if (isServed(state)) return 'served';
  return WAITING.includes(state) ? 'waiting' : null;
};
