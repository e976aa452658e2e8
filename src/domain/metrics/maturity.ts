import type { Time } from '../ids.ts';
import { confirmedOutcome } from './confirmed-outcome.ts';
import type { TaskHistory } from './task-history.ts';

/** After so many hours a task without a confirmed outcome counts as not complete. */
export const MATURE_HOURS = 72;

/** Closed by a confirmed outcome, or old enough that it should have been. */
export const isMature = (history: TaskHistory, now: Time): boolean =>
  confirmedOutcome(history) !== null ||
  Date.parse(now) - Date.parse(history.task.started_at) >= MATURE_HOURS * 3_600_000;
