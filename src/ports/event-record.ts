import type { Time } from '../domain/ids.ts';
import type { Correction, Intervention } from '../domain/intervention.ts';
import type { CountedTask } from '../domain/metrics/counted-task.ts';
import type { LessonLife } from '../domain/metrics/lesson-life.ts';
import type { TaskHistory } from '../domain/metrics/task-history.ts';
import type { RecallRecord } from '../domain/recall.ts';
import type { OutcomeRecord, Run, Task } from '../domain/run.ts';
import type { VerdictRecord } from '../domain/verdict.ts';

export type { TaskHistory } from '../domain/metrics/task-history.ts';

/** A task with all that is kept of it. Of recalls, the candidates that were shown or only withheld by the holdout. */
export interface FullTaskHistory extends TaskHistory {
  readonly task: Task;
  readonly runs: readonly Run[];
  readonly recalls: readonly RecallRecord[];
  readonly interventions: readonly Intervention[];
  readonly outcomes: readonly OutcomeRecord[];
  readonly verdicts: readonly VerdictRecord[];
}

export interface EventWindow {
  readonly workflow?: string;
  /** Tasks that started at or after this. */
  readonly from: Time;
  /** … and before this. */
  readonly to: Time;
}

/** The appended facts from which every metric is computed. Read only; not a metric itself. */
export interface EventRecord {
  /** Tasks of the cohort in numbers, whenever what they count happened, by start. */
  tasks(project: string, window: EventWindow): Promise<CountedTask[]>;
  /** What they are counted from: for metrics of single lessons. */
  histories(project: string, window: EventWindow): Promise<TaskHistory[]>;
  /** The same with every text: for exports, many times as much to read. */
  fullTasks(project: string, window: EventWindow): Promise<FullTaskHistory[]>;
  /** Corrections in the window that belong to no run (a person's `hone flag`). */
  looseCorrections(project: string, window: EventWindow): Promise<Correction[]>;
  /** Every lesson of the project with its steps and confirmations, in no order. */
  lessonLives(project: string): Promise<LessonLife[]>;
  /** Start of the project's task at a place in the order of starts, the first being 0; null when it has not so many. */
  startOfTask(project: string, scope: { readonly workflow?: string; readonly place: number }): Promise<Time | null>;
}
