import type { Id, Time } from '../../domain/ids.ts';
import { alternation } from '../../domain/loops/alternation.ts';
import { attemptBudget } from '../../domain/loops/budget.ts';
import { errorPrint } from '../../domain/loops/error-print.ts';
import type { LoopFinding } from '../../domain/loops/loop-finding.ts';
import type { Progress, Trail } from '../../domain/loops/loop-signal.ts';
import { sameFailure, timesMet } from '../../domain/loops/same-failure.ts';
import { suppressedIn, unhelpfulLessons } from '../../domain/loops/unhelpful-lessons.ts';
import type { Stores } from '../../ports/unit-of-work.ts';
import { lessonFor } from '../organisation/organisation-lesson.ts';

/** A new attempt, before it is written down. */
export interface NewAttempt {
  readonly error?: string | undefined;
  readonly progress?: Progress | undefined;
}

const FRESH_RUN = 'the run that begins';

const withAttempt = (trail: Trail, { error, progress }: NewAttempt, at: Time): Trail => [
  ...trail,
  { kind: 'start', run: FRESH_RUN, at, error: errorPrint(error), ...(progress === undefined ? {} : { progress }) },
];

/** What one more attempt at a task shows to go in circles, and how often its error was met. */
export const loopsAtStart = async (
  stores: Stores,
  task: { project: string; task_id: Id },
  attempt: NewAttempt,
  limits: { max_attempts: number },
  at: Time,
): Promise<{ findings: LoopFinding[]; sameError: number }> => {
  const trail = withAttempt(await stores.loops.trail(task.project, task.task_id), attempt, at);
  const findings = [sameFailure(trail), alternation(trail), attemptBudget(trail, limits), unhelpfulLessons(trail)];
  return {
    findings: findings.filter((one) => one !== null),
    sameError: errorPrint(attempt.error) === null ? 0 : timesMet(trail),
  };
};

/** Lessons that the next attempt at a task does not get: they did not help it twice. Never a critical one. */
export const suppressedLessons = async (
  stores: Stores,
  task: { project: string; task_id: Id },
  attempt: NewAttempt | null,
  at: Time,
): Promise<Set<Id>> => {
  const { project, task_id: taskId } = task;
  const suppressed = suppressedIn(await stores.loops.found(project, taskId));
  if (attempt !== null) {
    const trail = withAttempt(await stores.loops.trail(project, taskId), attempt, at);
    for (const lesson of unhelpfulLessons(trail)?.lessons ?? []) suppressed.add(lesson);
  }
  for (const lesson of suppressed) {
    if ((await lessonFor(stores, project, lesson))?.critical === true) suppressed.delete(lesson);
  }
  return suppressed;
};
