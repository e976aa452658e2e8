import type { Lesson } from '../domain/lesson.ts';
import { type Workflow, workflowOfTask } from '../domain/workflow.ts';
import { fitToServe } from './guard/fit-to-serve.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';
import { runningTrials } from './trial/running-trials.ts';
import { workflowOfLesson } from './workflow-of-lesson.ts';

/** The active lessons that were learned in the tasks of one workflow, the most helpful first. */
export interface LessonGroup {
  readonly workflow: Workflow;
  readonly lessons: readonly Lesson[];
}

/** Of a larger project the most helpful ones; whoever needs another finds it by recall. */
const MOST_LESSONS = 400;

/**
 * What a project's people approved, by workflow; lessons that were learned in no run count to `default`. Empty while a trial
 * runs: what belongs to no task must not carry lessons into its holdout.
 */
export const lessonGroups = async (services: Services, caller: Caller): Promise<LessonGroup[]> => {
  const project = resolveProject(caller, undefined);
  if ((await runningTrials(services, project)).length > 0) return [];
  const { items } = await services.stores.lessons.list(project, { states: ['active'] });
  const best = items.toSorted(byUse).slice(0, MOST_LESSONS);
  const set = await services.stores.workflows.current(project);
  const groups = new Map<string, Lesson[]>();
  for (const lesson of await fitToServe(services, best)) {
    const name = await workflowOfLesson(services, lesson);
    groups.set(name, [...(groups.get(name) ?? []), lesson]);
  }
  return [...groups]
    .map(([name, lessons]) => ({ workflow: workflowOfTask(set, name), lessons }))
    .toSorted((a, b) => (a.workflow.name < b.workflow.name ? -1 : 1));
};

const byUse = (a: Lesson, b: Lesson): number => b.helped - b.harmed - (a.helped - a.harmed);
