import type { Id } from '../../domain/ids.ts';
import { isServed } from '../../domain/lesson-state.ts';
import { ORGANISATION } from '../../domain/organisation.ts';
import type { RecalledLesson } from '../../domain/recall.ts';
import type { LastGoodLessons } from '../../ports/last-good-lessons.ts';
import type { LessonStore } from '../../ports/lesson-store.ts';
import type { OrganisationStore } from '../../ports/organisation-store.ts';

const MOST_LESSONS = 50;
const MOST_PROJECTS = 20;
const LOOK_EVERY_MS = 1_000;

/** The newest lessons of the projects used last. */
export class LessonsInMemory implements LastGoodLessons {
  readonly #projects = new Map<string, Map<Id, RecalledLesson>>();

  keep(project: string, lessons: readonly RecalledLesson[]): void {
    if (lessons.length === 0) return;
    const kept = this.#projects.get(project) ?? new Map<Id, RecalledLesson>();
    for (const lesson of lessons) {
      kept.delete(lesson.lesson_id);
      kept.set(lesson.lesson_id, lesson);
    }
    this.#projects.delete(project);
    this.#projects.set(project, new Map([...kept].slice(-MOST_LESSONS)));
    const [oldest] = this.#projects.keys();
    if (this.#projects.size > MOST_PROJECTS && oldest !== undefined) this.#projects.delete(oldest);
  }

  of(project: string): readonly RecalledLesson[] {
    return [...(this.#projects.get(project)?.values() ?? [])].reverse();
  }

  drop(project: string, lessonId: Id): void {
    this.#projects.get(project)?.delete(lessonId);
  }

  all(): { project: string; lessonId: Id }[] {
    return [...this.#projects].flatMap(([project, kept]) =>
      [...kept.keys()].map((lessonId) => ({ project, lessonId })),
    );
  }
}

/** Where it is written what is served no longer, and where. */
export interface Revoking {
  readonly lessons: Pick<LessonStore, 'find'>;
  readonly organisation: Pick<OrganisationStore, 'stancesOn'>;
}

/** Drops what is no longer served. A store that cannot be read says nothing, so nothing is dropped for it. */
export const dropRevoked = async (memory: LessonsInMemory, { lessons, organisation }: Revoking): Promise<void> => {
  try {
    for (const { project, lessonId } of memory.all()) {
      const now = (await lessons.find(project, lessonId)) ?? (await lessons.find(ORGANISATION, lessonId));
      const said = (await organisation.stancesOn(project, lessonId)).at(-1)?.stance ?? 'lifted';
      if (now === null || !isServed(now.state) || said !== 'lifted') memory.drop(project, lessonId);
    }
  } catch {
    // What was revoked before the store went away was dropped within a second of it.
  }
};

/** Follows what other processes revoke while the store can still be read. `version` changes with every commit to it. */
export const followRevocations = (
  memory: LessonsInMemory,
  stores: Revoking,
  version: () => number | null,
): { stop(): void } => {
  let seen: number | null = null;
  const timer = setInterval(() => {
    const now = version();
    if (now === null || now === seen) return;
    seen = now;
    void dropRevoked(memory, stores);
  }, LOOK_EVERY_MS).unref();
  return { stop: () => clearInterval(timer) };
};
