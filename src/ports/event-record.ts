import type { Time } from '../domain/ids.ts';
import type { Correction, Intervention } from '../domain/intervention.ts';
import type { RecallRecord } from '../domain/recall.ts';
import type { OutcomeRecord, Run, Task } from '../domain/run.ts';
import type { VerdictRecord } from '../domain/verdict.ts';

export interface EventWindow {
  readonly workflow?: string;
  /** Tasks that started at or after this. */
  readonly from: Time;
  /** … and before this. */
  readonly to: Time;
}

export interface TaskHistory {
  readonly task: Task;
  readonly runs: readonly Run[];
  /** Oldest first, like all that follow. Candidates hold the shown ones only. */
  readonly recalls: readonly RecallRecord[];
  readonly interventions: readonly Intervention[];
  readonly outcomes: readonly OutcomeRecord[];
  readonly verdicts: readonly VerdictRecord[];
  readonly corrections: readonly Correction[];
  /** True when some run of the task got a loop warning. */
  readonly looped: boolean;
}

/** The appended facts from which every metric is computed. Read only; not a metric itself. */
export interface EventRecord {
  /** Tasks of the cohort with all that belongs to them, whenever it happened, by start. */
  tasks(project: string, window: EventWindow): Promise<TaskHistory[]>;
  /** Corrections in the window that belong to no run (a person's `hone flag`). */
  looseCorrections(project: string, window: EventWindow): Promise<Correction[]>;
  /** Start of the project's first task, null without any. */
  firstTaskAt(project: string): Promise<Time | null>;
}
