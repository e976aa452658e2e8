import type { Time } from '../ids.ts';
import type { InterventionKind, RepeatReason } from '../intervention.ts';
import type { Outcome, OutcomeSource } from '../outcome.ts';
import type { RecallDecision, RecallPath } from '../recall.ts';
import type { Arm } from '../run.ts';
import type { Verdict } from '../verdict.ts';

/** `run` is the writer's own key of a run: the one that ties the lines of a file together. */
interface Happening {
  readonly run: string;
  readonly at: Time;
}

export interface RunLine extends Happening {
  readonly type: 'run';
  readonly task_key?: string;
  readonly task?: string;
  readonly project?: string;
  readonly workflow?: string;
  readonly agent?: string;
  readonly model?: string;
  readonly arm?: Arm;
}

export interface RecallLine extends Happening {
  readonly type: 'recall';
  readonly path: RecallPath;
  readonly decision: RecallDecision;
  readonly lessons: readonly string[];
  readonly tokens?: number;
}

export interface InterventionLine extends Omit<Happening, 'run'> {
  readonly type: 'intervention';
  /** Absent for a correction that belongs to no run. */
  readonly run?: string;
  readonly project?: string;
  readonly kind: InterventionKind;
  readonly planned?: boolean;
  readonly wrong?: string;
  readonly right?: string;
  readonly repeat_of?: string;
  readonly why?: RepeatReason;
  readonly note?: string;
  readonly by?: string;
}

export interface OutcomeLine extends Happening {
  readonly type: 'outcome';
  readonly outcome: Outcome;
  readonly source: OutcomeSource;
  readonly rewrite_share?: number;
  readonly fallback_used?: boolean;
  readonly error?: string;
  readonly note?: string;
  readonly by?: string;
}

export interface VerdictLine extends Happening {
  readonly type: 'verdict';
  readonly lesson: string;
  readonly verdict: Verdict;
  readonly by?: string;
  readonly source?: OutcomeSource;
}

/** One line of an events file. */
export type EventLine = RunLine | RecallLine | InterventionLine | OutcomeLine | VerdictLine;
export type EventType = EventLine['type'];
