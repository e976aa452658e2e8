import { isConfirmed, OUTCOME_SOURCES, type Outcome, withRewrite } from '../outcome.ts';
import type { OutcomeRecord } from '../run.ts';
import type { TaskHistory } from './task-history.ts';

/** Later wins; at the same instant a person beats CI, so that the order in which facts arrived changes nothing. */
const isLater = (a: OutcomeRecord, b: OutcomeRecord): boolean => {
  if (a.at !== b.at) return a.at > b.at;
  if (a.source !== b.source) return OUTCOME_SOURCES.indexOf(a.source) > OUTCOME_SOURCES.indexOf(b.source);
  return a.outcome > b.outcome;
};

export const latestOutcome = (outcomes: readonly OutcomeRecord[]): OutcomeRecord | null =>
  outcomes.reduce<OutcomeRecord | null>((best, one) => (best === null || isLater(one, best) ? one : best), null);

/** The task's latest outcome from CI or a person. An agent's own report confirms nothing. */
export const confirmedOutcome = (history: TaskHistory): OutcomeRecord | null =>
  latestOutcome(history.outcomes.filter((one) => isConfirmed(one.source)));

/** What counts: a clean completion of which a person replaced too much is a rewritten one. */
export const countedOutcome = (record: OutcomeRecord): Outcome => withRewrite(record.outcome, record.rewrite_share);

/** True when CI or a person says that the task was completed and kept as the agent left it. */
export const isClean = (history: TaskHistory): boolean => {
  const confirmed = confirmedOutcome(history);
  return confirmed !== null && countedOutcome(confirmed) === 'completed_clean';
};
