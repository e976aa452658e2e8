import type { Id } from '../../domain/ids.ts';
import type { Lesson } from '../../domain/lesson.ts';
import type { Services } from '../services.ts';

const WEEKS = 4;
const WEEK_MS = 7 * 86_400_000;

/** Runs a week of which each lesson is known to have a part: shown in them, or what they were corrected to. */
export const weeklyReach = async (
  { stores, clock }: Pick<Services, 'stores' | 'clock'>,
  lessons: readonly Pick<Lesson, 'lesson_id' | 'project'>[],
): Promise<Map<Id, number>> => {
  const since = new Date(Date.parse(clock.now()) - WEEKS * WEEK_MS).toISOString();
  const reach = new Map<Id, number>();
  for (const project of new Set(lessons.map((one) => one.project))) {
    const ids = lessons.filter((one) => one.project === project).map(({ lesson_id }) => lesson_id);
    for (const { lesson_id, runs } of await stores.runs.reachOf(project, ids, since))
      reach.set(lesson_id, runs / WEEKS);
  }
  return reach;
};
