import type { Time } from '../ids.ts';
import { confirmedOutcome } from './confirmed-outcome.ts';
import type { TaskHistory } from './task-history.ts';

/** After so many hours a task without a confirmed outcome counts as not complete. */
export const MATURE_HOURS = 72;
const MATURE_MS = MATURE_HOURS * 3_600_000;

/** Closed by a confirmed outcome, or old enough that it should have been. */
export const isMature = (history: TaskHistory, now: Time): boolean =>
  confirmedOutcome(history) !== null || Date.parse(now) - Date.parse(history.task.started_at) >= MATURE_MS;

/** When a task became mature; null while it is not. An outcome later than its 72nd hour found it so. */
export const maturedAt = (history: TaskHistory, now: Time): Time | null => {
  if (!isMature(history, now)) return null;
  const grown = new Date(Date.parse(history.task.started_at) + MATURE_MS).toISOString();
  const closed = confirmedOutcome(history)?.at;
  return closed === undefined || closed > grown ? grown : closed;
};
