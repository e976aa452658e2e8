import { isConfirmed, OUTCOME_SOURCES, type Outcome, withRewrite } from '../outcome.ts';
import type { CountedOutcome } from './task-history.ts';

/** Later wins; at the same instant a person beats CI, so that the order in which facts arrived changes nothing. */
const isLater = (a: CountedOutcome, b: CountedOutcome): boolean => {
  if (a.at !== b.at) return a.at > b.at;
  if (a.source !== b.source) return OUTCOME_SOURCES.indexOf(a.source) > OUTCOME_SOURCES.indexOf(b.source);
  return a.outcome > b.outcome;
};

export const latestOutcome = (outcomes: readonly CountedOutcome[]): CountedOutcome | null =>
  outcomes.reduce<CountedOutcome | null>((best, one) => (best === null || isLater(one, best) ? one : best), null);

/** The task's latest outcome from CI or a person. An agent's own report confirms nothing. */
export const confirmedOutcome = (outcomes: readonly CountedOutcome[]): CountedOutcome | null =>
  latestOutcome(outcomes.filter((one) => isConfirmed(one.source)));

/** How CI or a person says that a task ended. Times are milliseconds, which are small and need no parsing. */
export interface Ending {
  readonly outcome: Outcome;
  /** Completed, and kept as the agent left it. */
  readonly clean: boolean;
  readonly atMs: number;
}

/** What counts: a clean completion of which a person replaced too much is a rewritten one. */
export const countedOutcome = (record: CountedOutcome): Outcome => withRewrite(record.outcome, record.rewrite_share);

/** True when CI or a person says that the task was completed and kept as the agent left it. */
export const isClean = ({ confirmed }: { readonly confirmed: Ending | null }): boolean => confirmed?.clean === true;

/** The ending that a task's outcomes say; null while none of them is from CI or a person. */
export const endingOf = (outcomes: readonly CountedOutcome[]): Ending | null => {
  const confirmed = confirmedOutcome(outcomes);
  if (confirmed === null) return null;
  const clean = countedOutcome(confirmed) === 'completed_clean';
  return { outcome: confirmed.outcome, clean, atMs: Date.parse(confirmed.at) };
};
