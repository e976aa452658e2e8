import type { Time } from '../domain/ids.ts';

/** The time of day. Durations are never taken from it: it may jump. */
export interface Clock {
  /** Now, ISO 8601 UTC with milliseconds and `Z`. */
  now(): Time;
}
