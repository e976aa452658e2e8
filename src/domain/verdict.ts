import type { Id, Time } from './ids.ts';
import type { OutcomeSource } from './outcome.ts';

export const VERDICTS = ['helpful', 'harmful', 'unused', 'ignored'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a run says of a lesson that it was shown. */
export interface VerdictRecord {
  readonly project: string;
  readonly run_id: Id;
  readonly lesson_id: Id;
  readonly verdict: Verdict;
  readonly by: string;
  readonly source: OutcomeSource;
  readonly at: Time;
}
