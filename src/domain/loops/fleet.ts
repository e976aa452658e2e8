import type { Id } from '../ids.ts';
import { LOOPS } from './constants.ts';

/** How a task went that a lesson was shown to. */
export interface ShownTask {
  readonly task: Id;
  readonly principal: string;
  readonly failed: boolean;
}

/**
 * Whether a lesson sends several people's agents into failure: the tasks of three principals failed with it within a day,
 * and not fewer than succeeded. A lesson that everybody is shown meets some failures anyway.
 */
export const fleetLoop = (tasks: readonly ShownTask[]): boolean => {
  const failed = tasks.filter((one) => one.failed);
  const principals = new Set(failed.map(({ principal }) => principal));
  return principals.size >= LOOPS.fleet.principals && failed.length >= LOOPS.fleet.share * tasks.length;
};
