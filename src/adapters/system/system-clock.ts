import type { Clock } from '../../ports/clock.ts';

/** The machine's time of day. */
export const systemClock: Clock = { now: () => new Date().toISOString() };
