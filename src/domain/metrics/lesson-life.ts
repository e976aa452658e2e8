import type { Id, Time } from '../ids.ts';
import type { Transition } from '../lesson.ts';

/** What happened to one lesson, as far as metrics ask: its steps, and when a person, CI or a task confirmed it. */
export interface LessonLife {
  readonly lesson_id: Id;
  /** Oldest first. */
  readonly steps: readonly Pick<Transition, 'from' | 'to' | 'role' | 'at'>[];
  /** Oldest first. */
  readonly confirmed: readonly Time[];
}
