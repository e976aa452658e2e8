import type { Lesson, LessonText } from '../../domain/lesson.ts';
import type { LessonStore } from '../../ports/lesson-store.ts';

/** A file may break lines otherwise than the store does. */
const printOf = ({ when, rule }: Pick<LessonText, 'when' | 'rule'>): string =>
  JSON.stringify([when, rule].map((text) => text.replace(/\s+/gu, ' ')));

/** Lessons that say the very same, in whatever state: those of the project, and those that this import adds. */
export class KnownLessons {
  readonly #byPrint: Map<string, Lesson | null>;

  private constructor(lessons: readonly Lesson[]) {
    this.#byPrint = new Map(lessons.map((lesson) => [printOf(lesson), lesson]));
  }

  static async of(lessons: LessonStore, project: string): Promise<KnownLessons> {
    return new KnownLessons((await lessons.list(project, {})).items);
  }

  /** Undefined when new; null for one that a dry run would have added. */
  find(text: LessonText): Lesson | null | undefined {
    return this.#byPrint.get(printOf(text));
  }

  add(text: LessonText, lesson: Lesson | null): void {
    this.#byPrint.set(printOf(text), lesson);
  }
}
