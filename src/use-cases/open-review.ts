import { notFound } from '../domain/error.ts';
import type { Id } from '../domain/ids.ts';
import type { Correction } from '../domain/intervention.ts';
import type { Lesson } from '../domain/lesson.ts';
import { type GetLessonResult, getLesson } from './get-lesson.ts';
import { resolveProject } from './resolve-project.ts';
import { type QueueItem, queueItem, WAITING_STATES, waitingLessons } from './review-queue.ts';
import type { Caller, Services } from './services.ts';

/** One lesson on the reviewer's desk, with all that bears on the decision. */
export interface OnDesk extends Pick<QueueItem, 'similar' | 'flags' | 'age_hours' | 'reach_per_week'> {
  readonly lesson: GetLessonResult;
  /** What people said that led to it, or that repeats it. */
  readonly corrections: readonly Correction[];
}

export interface ReviewDesk {
  /** In the order in which they are to be decided. */
  readonly waiting: readonly Lesson[];
  /** Null when nothing waits. */
  readonly current: OnDesk | null;
  /** The one after the current; null when it is the only one. */
  readonly next: Id | null;
}

/**
 * The queue and the lesson that is to be decided now: the first, or the one named.
 *
 * @throws HoneError NOT_FOUND for a lesson that does not wait in this project.
 */
export const openReview = async (
  services: Services,
  caller: Caller,
  input: { lesson_id?: Id; project?: string },
): Promise<ReviewDesk> => {
  const project = resolveProject(caller, input.project);
  const waiting = await waitingLessons(services, { ...caller, project });
  const at = input.lesson_id === undefined ? 0 : waiting.findIndex((one) => one.lesson_id === input.lesson_id);
  const lesson = waiting[at];
  if (lesson === undefined) {
    if (input.lesson_id !== undefined) throw notFound('lesson that waits for review');
    return { waiting, current: null, next: null };
  }
  const next = waiting.length < 2 ? null : (waiting[(at + 1) % waiting.length]?.lesson_id ?? null);
  return { waiting, current: await onDesk(services, { ...caller, project }, lesson), next };
};

const onDesk = async (services: Services, caller: Caller, lesson: Lesson): Promise<OnDesk> => {
  const { similar, flags, age_hours, reach_per_week } = await queueItem(services, caller, lesson);
  return {
    lesson: await getLesson(services, caller, { lesson_id: lesson.lesson_id }),
    similar,
    flags,
    age_hours,
    reach_per_week,
    corrections: await services.stores.runs.correctionsOfLesson(lesson.project, lesson.lesson_id),
  };
};

/** Whether a lesson is one that a person has to decide. */
export const isWaiting = ({ state }: Pick<Lesson, 'state'>): boolean => WAITING_STATES.includes(state);
