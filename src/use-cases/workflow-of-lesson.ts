import type { Lesson } from '../domain/lesson.ts';
import { DEFAULT_WORKFLOW } from '../domain/workflow.ts';
import type { Services } from './services.ts';

/** Name of the workflow in whose task a lesson was learned; of one that was learned in no run, `default`. */
export const workflowOfLesson = async ({ stores }: Services, { project, run_id }: Lesson): Promise<string> => {
  if (run_id === undefined) return DEFAULT_WORKFLOW.name;
  const run = await stores.runs.findRun(project, run_id);
  const task = run === null ? null : await stores.runs.findTask(project, run.task_id);
  return task?.workflow ?? DEFAULT_WORKFLOW.name;
};
