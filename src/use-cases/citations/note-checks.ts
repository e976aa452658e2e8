import type { Id, Time } from '../../domain/ids.ts';
import type { Lesson } from '../../domain/lesson.ts';
import { isServed } from '../../domain/lesson-state.ts';
import type { Stores } from '../../ports/unit-of-work.ts';
import { disputeLesson } from '../outcome/dispute-after-harm.ts';

/** That somebody looked at what a lesson cites, and whether a file of it was gone. */
export interface SeenCitations {
  readonly lesson_id: Id;
  readonly missing: boolean;
}

/** A file can be away for a moment, on another branch: two looks of recall count when they are so far apart. */
const APART_MS = 3_600_000;

/**
 * Keeps what changed since the last look at what lessons cite. What was missing twice in a row takes the lesson out of
 * service until a person has looked. `asked`: somebody asked for this look, so it counts at any time. @returns the lessons
 * that were disputed.
 */
export const noteChecks = async (
  stores: Stores,
  project: string,
  seen: readonly SeenCitations[],
  look: { readonly by: string; readonly at: Time; readonly asked: boolean },
): Promise<Id[]> => {
  const disputed: Id[] = [];
  for (const { lesson_id, missing } of seen) {
    const lesson = await stores.lessons.find(project, lesson_id);
    if (lesson === null || !isServed(lesson.state)) continue;
    if (await noteOne(stores, lesson, missing, look)) disputed.push(lesson_id);
  }
  return disputed;
};

const noteOne = async (
  stores: Stores,
  lesson: Lesson,
  missing: boolean,
  { by, at, asked }: { by: string; at: Time; asked: boolean },
): Promise<boolean> => {
  const { project, lesson_id, version } = lesson;
  const last = await stores.lessons.lastCitationCheck(project, lesson_id);
  const wasMissing = last !== null && last.version === version && last.missing;
  if (!missing && !wasMissing) return false;
  if (missing && wasMissing && !asked && Date.parse(at) - Date.parse(last.at) < APART_MS) return false;
  await stores.lessons.addCitationCheck(project, lesson_id, { version, missing, by, at });
  if (!missing || !wasMissing) return false;
  await disputeLesson(stores, lesson, { by, at, reason: 'a file that it cites was missing twice' });
  return true;
};
