import type { RateLimitName } from '../domain/rate-limit.ts';

/** Counts calls, over all processes on one store, also after they started again. Not a queue: nothing waits here. */
export interface RateLimits {
  /** Counts one call of `who`. @returns null when it may go on, else the milliseconds until the next one may. */
  count(name: RateLimitName, who: string): Promise<number | null>;
}
