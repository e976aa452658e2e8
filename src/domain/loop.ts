import type { Run } from './run.ts';
import { errorFingerprint } from './text/error-fingerprint.ts';

export interface Loop {
  readonly attempts: number;
  /** Attempts, this one included, that met this very error. */
  readonly same_error: number;
  readonly advice: string;
}

/** The same failure this often is a loop, not bad luck. */
export const SAME_ERROR_LIMIT = 3;

/**
 * Whether one more attempt at a task goes in circles: more attempts than the guardrail allows, or the same error
 * (numbers, addresses and times aside) for the third time. `earlier` are the task's runs so far.
 */
export const detectLoop = (earlier: readonly Run[], error: string | undefined, maxAttempts: number): Loop | null => {
  const attempts = earlier.length + 1;
  const print = error === undefined ? null : errorFingerprint(error);
  const same =
    print === null
      ? 0
      : 1 + earlier.filter((run) => run.error !== undefined && errorFingerprint(run.error) === print).length;
  if (same >= SAME_ERROR_LIMIT) {
    return {
      attempts,
      same_error: same,
      advice: `The same error for the ${same}th time. Do not try the same again: ask the owner.`,
    };
  }
  if (attempts > maxAttempts) {
    return {
      attempts,
      same_error: same,
      advice: `Attempt ${attempts} of at most ${maxAttempts}. Stop and take the fallback.`,
    };
  }
  return null;
};
