import { LOOPS } from './constants.ts';
import type { LoopFinding } from './loop-finding.ts';
import type { Trail } from './loop-signal.ts';
import { failuresIn, lastProgressIn } from './progress-in-trail.ts';

/** How often the newest failure was met since work last moved on; 0 without one. */
export const timesMet = (trail: Trail): number => {
  const from = lastProgressIn(trail);
  const failures = failuresIn(trail);
  const newest = failures.at(-1);
  return failures.filter(({ at, error }) => at >= from && error === newest?.error).length;
};

/** The same failure for the third time: not bad luck. */
export const sameFailure = (trail: Trail): LoopFinding | null => {
  const times = timesMet(trail);
  if (times < LOOPS.failures.times) return null;
  return {
    pattern: 'same_failure',
    action: 'escalate',
    advice: `The same error ${times} times and nothing new between. Do not try the same again: ask the owner.`,
    lessons: [],
  };
};
