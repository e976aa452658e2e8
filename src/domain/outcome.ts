export const OUTCOMES = [
  'completed_clean',
  'completed_rewritten',
  'failed',
  'abandoned',
  'escalated',
  'timed_out',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_SOURCES = ['agent', 'ci', 'human'] as const;
export type OutcomeSource = (typeof OUTCOME_SOURCES)[number];

/** Only these sources enter a headline number. */
export const isConfirmed = (source: OutcomeSource): boolean => source !== 'agent';

/** A human replaced more than this share of the agent's lines: a rewrite (metrics M1). */
export const REWRITE_SHARE = 0.3;

/** The outcome that counts, given the share of the agent's lines that a human replaced. */
export const withRewrite = (outcome: Outcome, rewriteShare: number | undefined): Outcome =>
  outcome === 'completed_clean' && rewriteShare !== undefined && rewriteShare > REWRITE_SHARE
    ? 'completed_rewritten'
    : outcome;
