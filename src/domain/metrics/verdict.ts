import type { Estimate } from '../estimate.ts';
import type { Direction, Trends, TrendVerdict } from './trends.ts';

/** Below so many no direction is given. */
export const FEWEST = 20;
/** Below this share of confirmed outcomes no direction is given. */
export const COVERAGE_NEEDED = 0.9;
/** Above this share of abandoned tasks the median time says too little. */
const ABANDONED_LIMIT = 0.1;

export interface VerdictFacts {
  readonly change: Trends['change'];
  readonly coverage: Estimate;
  /** The smallest of: runs and mature tasks, of this window and of the one before. */
  readonly fewest: number;
  readonly runs: { readonly now: number; readonly before: number };
  readonly abandoned: number;
  /** What is said of a changed mix of workflows. */
  readonly mixWarning?: string | null;
}

const below = (estimate: Estimate | undefined): boolean => (estimate?.high ?? 0) < 0;
const above = (estimate: Estimate | undefined): boolean => (estimate?.low ?? 0) > 0;

const directionOf = ({ change, coverage, fewest }: VerdictFacts): Direction => {
  if (fewest < FEWEST) return 'too_few';
  if ((coverage.value ?? 0) < COVERAGE_NEEDED) return 'coverage_too_low';
  const interventions = change.interventions_per_100_runs;
  const completion = change.completion_without_rewrite;
  if (above(interventions) || below(completion)) return 'worsening';
  return below(interventions) ? 'improving' : 'no_change';
};

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

const interval = (estimate: Estimate): string =>
  estimate.low === null || estimate.high === null ? '' : `, 95 % ${signed(estimate.low)} to ${signed(estimate.high)}`;

const changeInWords = ({ change, runs }: VerdictFacts): string => {
  const difference = change.interventions_per_100_runs;
  if (difference === undefined || difference.value === null) return '';
  return `${signed(difference.value)} interventions per 100 runs${interval(difference)}; ${runs.now} runs against ${runs.before} before`;
};

const completionInWords = ({ change }: VerdictFacts): string => {
  const difference = change.completion_without_rewrite;
  if (difference === undefined || difference.value === null) return '';
  const points = (share: number | null): number | null => (share === null ? null : share * 100);
  const scaled = { ...difference, low: points(difference.low), high: points(difference.high) };
  return `completion ${signed(difference.value * 100)} points${interval(scaled)}`;
};

const sentence = (direction: Direction, facts: VerdictFacts): string => {
  if (direction === 'too_few') {
    return `Too few runs to judge: ${facts.runs.now} in this window, ${facts.runs.before} in the one before, and each needs ${FEWEST} with as many mature tasks.`;
  }
  if (direction === 'coverage_too_low') {
    const share = Math.floor(100 * (facts.coverage.value ?? 0));
    return `Coverage too low to judge: ${share} % of ${facts.coverage.n} mature tasks have an outcome from CI or a person, and 90 % are needed.`;
  }
  const lead = { improving: 'Improving', no_change: 'No detectable change', worsening: 'Worsening' }[direction];
  const details = [changeInWords(facts), completionInWords(facts)].filter((part) => part !== '').join('; ');
  return `${lead}: ${details}.`;
};

/** Which way the numbers went, or why nothing can be said, in one sentence. */
export const trendVerdict = (facts: VerdictFacts): TrendVerdict => {
  const direction = directionOf(facts);
  const warning =
    facts.abandoned > ABANDONED_LIMIT
      ? ` ${Math.round(100 * facts.abandoned)} % of the tasks were abandoned: the time to resolution speaks of the rest.`
      : '';
  const judged = direction !== 'too_few' && direction !== 'coverage_too_low';
  const mix = judged && facts.mixWarning ? ` ${facts.mixWarning}` : '';
  return { direction, text: `${sentence(direction, facts)}${warning}${mix}` };
};
