import type { Time } from '../ids.ts';
import type { CountedTask } from './counted-task.ts';

/** After so many hours a task without a confirmed outcome counts as not complete. */
export const MATURE_HOURS = 72;
const MATURE_MS = MATURE_HOURS * 3_600_000;

type Lived = Pick<CountedTask, 'task' | 'confirmed'>;

/** Closed by a confirmed outcome, or old enough that it should have been. */
export const isMature = ({ task, confirmed }: Lived, now: Time): boolean =>
  confirmed !== null || Date.parse(now) - Date.parse(task.started_at) >= MATURE_MS;

/** When a task became mature; null while it is not. An outcome later than its 72nd hour found it so. */
export const maturedAt = (one: Lived, now: Time): Time | null => {
  if (!isMature(one, now)) return null;
  const grownMs = Date.parse(one.task.started_at) + MATURE_MS;
  return new Date(Math.min(grownMs, one.confirmed?.atMs ?? grownMs)).toISOString();
};
