import type { Id } from '../ids.ts';
import { LOOPS } from './constants.ts';
import type { LoopFinding, LoopRecord } from './loop-finding.ts';
import type { Trail } from './loop-signal.ts';
import { lastWordIn } from './progress-in-trail.ts';

/** Runs that ended in failure, or were begun anew with an error and never ended well. */
const failedRuns = (trail: Trail): Set<Id> => {
  const failed = new Set<Id>();
  let last: Id | null = null;
  for (const signal of trail) {
    if (signal.kind === 'start') {
      if (last !== null && signal.error !== null) failed.add(last);
      last = signal.run;
    }
    if (signal.kind === 'outcome' && signal.ended === 'failed') failed.add(signal.run);
  }
  for (const signal of trail) if (signal.kind === 'outcome' && signal.ended === 'well') failed.delete(signal.run);
  return failed;
};

/** Lessons that were shown to two attempts which failed all the same: they are in the way of this task. */
export const unhelpfulLessons = (trail: Trail): LoopFinding | null => {
  const recent = trail.slice(lastWordIn(trail));
  const failed = failedRuns(recent);
  const runsOf = new Map<Id, Set<Id>>();
  for (const signal of recent) {
    if (signal.kind !== 'recall' || !failed.has(signal.run)) continue;
    for (const lesson of signal.lessons) runsOf.set(lesson, (runsOf.get(lesson) ?? new Set()).add(signal.run));
  }
  const lessons = [...runsOf]
    .flatMap(([lesson, runs]) => (runs.size >= LOOPS.unhelpful.failures ? [lesson] : []))
    .sort();
  if (lessons.length === 0) return null;
  return {
    pattern: 'unhelpful_lesson',
    action: 'suppress',
    advice: 'The lessons of this task did not help twice and are left out now. Look for another cause.',
    lessons,
  };
};

/** Lessons that the task no longer gets. A person's word does not bring them back: it is about the task, not the lesson. */
export const suppressedIn = (records: readonly LoopRecord[]): Set<Id> =>
  new Set(records.filter(({ pattern }) => pattern === 'unhelpful_lesson').flatMap(({ lessons }) => lessons));
