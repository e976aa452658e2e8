import type { Estimate } from '../estimate.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Cohort } from './cohort.ts';

/** What agents say of themselves, apart from every headline: last agent outcome clean ÷ tasks with an agent outcome. */
export const agentReportedCompletion = (cohort: Cohort): Estimate => {
  const reports = cohort.tasks.filter(({ agentSays }) => agentSays !== null);
  return wilson(reports.filter(({ agentSays }) => agentSays === 'completed_clean').length, reports.length);
};
