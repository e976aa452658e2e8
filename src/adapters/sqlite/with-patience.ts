import { setTimeout as sleep } from 'node:timers/promises';
import { busyStore, isBusy } from './errors.ts';

/** Longest wait for other writers. Saturated writers were seen to wait 4 s. */
export const PATIENCE_MS = 10_000;
const SHORTEST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 40;

/**
 * Repeats what another connection's lock prevents, with random pauses in which the event loop is free.
 *
 * @throws HoneError BUSY after `deadline` (of `performance.now()`); whatever else `attempt` throws, at once.
 */
export const withPatience = async <T>(attempt: () => T, deadline = performance.now() + PATIENCE_MS): Promise<T> => {
  for (let tries = 0; ; tries += 1) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() >= deadline) throw busyStore(error);
      const ceiling = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** Math.min(tries, 8));
      await sleep(SHORTEST_PAUSE_MS + Math.random() * ceiling);
    }
  }
};
