import type { Id } from '../domain/ids.ts';

/** Takes the words of a lesson away for good. What remains is a tombstone: its id, its steps, who and when. */
export interface LessonPurge {
  /**
   * Every text of the lesson in every version, its evidence, examples and triggers, the corrections that it came from, answers
   * kept under idempotency keys that name it, and its index. Called inside `UnitOfWork.write`; what was on the disk is gone
   * after `UnitOfWork.compact`.
   */
  purge(project: string, lessonId: Id): Promise<void>;
  /** Kept answers of a project in which the lesson was told: one of the organisation is in answers of others. */
  forgetAnswers(project: string, lessonId: Id): Promise<void>;
}
