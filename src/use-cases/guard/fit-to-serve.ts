import { holds } from '../../domain/guard/finding.ts';
import type { Lesson } from '../../domain/lesson.ts';
import type { Services } from '../services.ts';
import { firstSecret, partsOf } from './inspect-lesson.ts';

/**
 * True for a lesson in which no guard finds anything that no person has cleared in this version: a text that a newer rule
 * flags is not delivered, whatever its state says.
 */
export const isFitToServe = async (services: Services, lesson: Lesson): Promise<boolean> => {
  const parts = partsOf(lesson);
  if ((await firstSecret(services, parts)) !== null) return false;
  const held = (await services.guard.inspect(parts)).filter(holds);
  if (held.length === 0) return true;
  const clearances = await services.stores.guardNotes.clearancesOf(lesson.project, lesson.lesson_id);
  const cleared = new Set(clearances.filter((one) => one.version === lesson.version).flatMap((one) => one.rules));
  return held.every((finding) => cleared.has(finding.rule));
};

/** Those of the lessons that are fit, in their order. */
export const fitToServe = async (services: Services, lessons: readonly Lesson[]): Promise<Lesson[]> => {
  const fit = await Promise.all(lessons.map((lesson) => isFitToServe(services, lesson)));
  return lessons.filter((_, index) => fit[index]);
};
