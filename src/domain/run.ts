import type { Id, Time } from './ids.ts';
import type { Progress } from './loops/loop-signal.ts';
import type { Outcome, OutcomeSource } from './outcome.ts';

export type Arm = 'memory' | 'holdout';

/** One instance of work: an issue or a branch. Retries share it. */
export interface Task {
  readonly project: string;
  readonly task_id: Id;
  readonly task_key?: string;
  readonly text: string;
  readonly workflow: string;
  readonly started_at: Time;
  /** Absent: the task is in no trial and under no holdout. */
  readonly arm?: Arm;
  /** The trial or the holdout decision under which the arm was drawn. Absent for arms that a file brought in. */
  readonly drawn_in?: string;
}

/** One attempt at a task by one agent. */
export interface Run {
  readonly project: string;
  readonly run_id: Id;
  readonly task_id: Id;
  readonly attempt: number;
  readonly text: string;
  readonly aspects: readonly string[];
  readonly paths: readonly string[];
  readonly error?: string;
  readonly agent?: string;
  readonly model?: string;
  readonly principal: string;
  readonly started_at: Time;
  /** What the agent said of how far it is. */
  readonly progress?: Progress;
  /** True when its start came with a loop warning. */
  readonly looped: boolean;
}

/** How a run ended, as one source says it. Several may be recorded; none is overwritten. */
export interface OutcomeRecord {
  readonly project: string;
  readonly run_id: Id;
  readonly task_id: Id;
  readonly outcome: Outcome;
  readonly source: OutcomeSource;
  readonly rewrite_share?: number;
  readonly fallback_used?: boolean;
  readonly error?: string;
  readonly note?: string;
  readonly by: string;
  readonly at: Time;
}
