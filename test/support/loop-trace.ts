import type { LoopPattern } from '../../src/domain/loops/loop-finding.ts';
import type { Progress } from '../../src/domain/loops/loop-signal.ts';
import type { Outcome } from '../../src/domain/outcome.ts';

/** One call of a trace; `after` are the minutes since the one before it. */
export type TraceCall = { readonly after?: number; readonly by?: string } & (
  | {
      readonly call: 'start';
      readonly task?: string;
      readonly error?: string;
      readonly progress?: Progress;
      readonly workflow?: string;
      readonly paths?: readonly string[];
      readonly key?: string;
    }
  | { readonly call: 'recall'; readonly query: string; readonly paths?: readonly string[]; readonly error?: string }
  | { readonly call: 'outcome'; readonly outcome: Outcome; readonly error?: string }
  /** A person corrects the run. */
  | { readonly call: 'person'; readonly wrong: string; readonly right: string }
);

/** Calls of one task as an agent would make them, and whether they go in circles. */
export interface LoopTrace {
  readonly name: string;
  /** Lessons that serve before it begins: when, rule. */
  readonly lessons?: readonly (readonly [when: string, rule: string])[];
  readonly calls: readonly TraceCall[];
  /** The call with which the circle is closed, from 0, and what it is. Absent: the work is productive. */
  readonly loop?: { readonly pattern: LoopPattern; readonly at: number };
}
