import { isConfirmed, OUTCOME_SOURCES, type Outcome, withRewrite } from '../outcome.ts';
import type { CountedOutcome, TaskHistory } from './task-history.ts';

/** Later wins; at the same instant a person beats CI, so that the order in which facts arrived changes nothing. */
const isLater = (a: CountedOutcome, b: CountedOutcome): boolean => {
  if (a.at !== b.at) return a.at > b.at;
  if (a.source !== b.source) return OUTCOME_SOURCES.indexOf(a.source) > OUTCOME_SOURCES.indexOf(b.source);
  return a.outcome > b.outcome;
};

export const latestOutcome = (outcomes: readonly CountedOutcome[]): CountedOutcome | null =>
  outcomes.reduce<CountedOutcome | null>((best, one) => (best === null || isLater(one, best) ? one : best), null);

/** The task's latest outcome from CI or a person. An agent's own report confirms nothing. */
export const confirmedOutcome = ({ outcomes }: TaskHistory): CountedOutcome | null => {
  // Asked of every task for nearly every metric: without a list of its own.
  let best: CountedOutcome | null = null;
  for (const one of outcomes) if (isConfirmed(one.source) && (best === null || isLater(one, best))) best = one;
  return best;
};

/** What counts: a clean completion of which a person replaced too much is a rewritten one. */
export const countedOutcome = (record: CountedOutcome): Outcome => withRewrite(record.outcome, record.rewrite_share);

/** True when CI or a person says that the task was completed and kept as the agent left it. */
export const isClean = (history: TaskHistory): boolean => {
  const confirmed = confirmedOutcome(history);
  return confirmed !== null && countedOutcome(confirmed) === 'completed_clean';
};
