import type { Correction, Intervention } from '../intervention.ts';
import type { RecallRecord } from '../recall.ts';
import type { OutcomeRecord, Run, Task } from '../run.ts';
import type { VerdictRecord } from '../verdict.ts';

/** A task with all that happened in it: the unit of every metric. Lists are oldest first. */
export interface TaskHistory {
  readonly task: Task;
  readonly runs: readonly Run[];
  /** Candidates hold those that were shown, and those that only the holdout kept from being shown. */
  readonly recalls: readonly RecallRecord[];
  readonly interventions: readonly Intervention[];
  readonly outcomes: readonly OutcomeRecord[];
  readonly verdicts: readonly VerdictRecord[];
  readonly corrections: readonly Correction[];
  /** True when some run of the task got a loop warning. */
  readonly looped: boolean;
}
