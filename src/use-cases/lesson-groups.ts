import { groupLessons, type LessonGroup } from '../domain/export/lesson-groups.ts';
import type { Lesson } from '../domain/lesson.ts';
import { fitToServe } from './guard/fit-to-serve.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';
import { runningTrials } from './trial/running-trials.ts';
import { workflowOfLesson } from './workflow-of-lesson.ts';

/** Of a larger project the most helpful ones; whoever needs another finds it by recall. */
const MOST_LESSONS = 400;

/**
 * What a project's people approved, in the groups that `hone export` makes skills of, the most helpful first. Empty while a
 * trial runs: what belongs to no task must not carry lessons into its holdout.
 */
export const lessonGroups = async (services: Services, caller: Caller): Promise<LessonGroup[]> => {
  const project = resolveProject(caller, undefined);
  if ((await runningTrials(services, project)).length > 0) return [];
  const { items } = await services.stores.lessons.list(project, { states: ['active'] });
  const grouped = [];
  for (const lesson of await fitToServe(services, items.toSorted(byUse).slice(0, MOST_LESSONS))) {
    grouped.push({ lesson, workflow: await workflowOfLesson(services, lesson) });
  }
  return groupLessons(grouped);
};

const byUse = (a: Lesson, b: Lesson): number => b.helped - b.harmed - (a.helped - a.harmed);
