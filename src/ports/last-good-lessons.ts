import type { Id } from '../domain/ids.ts';
import type { RecalledLesson } from '../domain/recall.ts';

/**
 * Lessons that this process delivered lately, for the moment when the store cannot be searched. In memory only. A lesson that
 * is no longer served leaves it at once.
 */
export interface LastGoodLessons {
  keep(project: string, lessons: readonly RecalledLesson[]): void;
  /** Newest first. */
  of(project: string): readonly RecalledLesson[];
  drop(project: string, lessonId: Id): void;
}
