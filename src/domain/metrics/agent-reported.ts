import type { Estimate } from '../estimate.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Cohort } from './cohort.ts';
import { countedOutcome, latestOutcome } from './confirmed-outcome.ts';

/** What agents say of themselves, apart from every headline: last agent outcome clean ÷ tasks with an agent outcome. */
export const agentReportedCompletion = (cohort: Cohort): Estimate => {
  const reports = cohort.tasks
    .map((history) => latestOutcome(history.outcomes.filter((one) => one.source === 'agent')))
    .filter((report) => report !== null);
  return wilson(reports.filter((report) => countedOutcome(report) === 'completed_clean').length, reports.length);
};
