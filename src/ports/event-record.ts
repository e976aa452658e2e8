import type { Time } from '../domain/ids.ts';
import type { Correction } from '../domain/intervention.ts';
import type { LessonLife } from '../domain/metrics/lesson-life.ts';
import type { TaskHistory } from '../domain/metrics/task-history.ts';

export type { TaskHistory } from '../domain/metrics/task-history.ts';

export interface EventWindow {
  readonly workflow?: string;
  /** Tasks that started at or after this. */
  readonly from: Time;
  /** … and before this. */
  readonly to: Time;
}

/** The appended facts from which every metric is computed. Read only; not a metric itself. */
export interface EventRecord {
  /** Tasks of the cohort with all that belongs to them, whenever it happened, by start. */
  tasks(project: string, window: EventWindow): Promise<TaskHistory[]>;
  /** Corrections in the window that belong to no run (a person's `hone flag`). */
  looseCorrections(project: string, window: EventWindow): Promise<Correction[]>;
  /** Every lesson of the project with its steps and confirmations, in no order. */
  lessonLives(project: string): Promise<LessonLife[]>;
  /** Start of the project's first task, null without any. */
  firstTaskAt(project: string): Promise<Time | null>;
}
