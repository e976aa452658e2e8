import type { Correction, Intervention } from '../intervention.ts';
import type { RecallCandidate, RecallRecord } from '../recall.ts';
import type { OutcomeRecord, Run, Task } from '../run.ts';
import type { VerdictRecord } from '../verdict.ts';

export type CountedRecall = Pick<RecallRecord, 'run_id' | 'decision' | 'path' | 'tokens' | 'at'> & {
  /** Those that were shown, and those that only the holdout kept from being shown. */
  readonly candidates: readonly Pick<RecallCandidate, 'lesson_id' | 'cut'>[];
};
export type CountedOutcome = Pick<
  OutcomeRecord,
  'run_id' | 'outcome' | 'source' | 'rewrite_share' | 'fallback_used' | 'at'
>;
export type CountedVerdict = Pick<VerdictRecord, 'run_id' | 'lesson_id' | 'verdict' | 'source' | 'at'>;

/**
 * A task with all that happened in it, as far as metrics count it: the unit of every metric. Texts are left out, but for
 * those of corrections. Lists are oldest first.
 */
export interface TaskHistory {
  readonly task: Pick<Task, 'task_id' | 'workflow' | 'started_at' | 'arm' | 'drawn_in'>;
  readonly runs: readonly Pick<Run, 'run_id' | 'started_at'>[];
  readonly recalls: readonly CountedRecall[];
  readonly interventions: readonly Pick<Intervention, 'run_id' | 'planned'>[];
  readonly outcomes: readonly CountedOutcome[];
  readonly verdicts: readonly CountedVerdict[];
  readonly corrections: readonly Correction[];
  /** True when some run of the task got a loop warning. */
  readonly looped: boolean;
}
