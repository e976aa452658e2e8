import type { Estimate } from '../estimate.ts';
import type { Incident } from '../incident.ts';
import { HARM_LIMIT } from './harm.ts';
import type { TrialFigures } from './trial-figures.ts';
import { COVERAGE_NEEDED, FEWEST } from './verdict.ts';

export const TRIAL_DECISIONS = ['keep', 'roll_back', 'inconclusive'] as const;
export type TrialDecision = (typeof TRIAL_DECISIONS)[number];

/** What a trial says, and why. */
export interface TrialVerdict {
  readonly decision: TrialDecision;
  /** One sentence each. */
  readonly reasons: readonly string[];
}

export interface TrialFacts {
  readonly figures: Pick<TrialFigures, 'arms' | 'lift' | 'interventions_for_margin' | 'coverage' | 'harm'>;
  /** Interventions per 100 runs that memory may cost at most. */
  readonly margin: number;
  readonly incidents: readonly Incident[];
}

const INCIDENT_WORDS: Record<Incident, string> = {
  secret_leaked: 'a secret leaked',
  foreign_lesson: "a project read another's lessons",
  quarantined_served: 'a quarantined lesson was served',
};

const lowOf = (estimate: Estimate | undefined): number => estimate?.low ?? Number.NEGATIVE_INFINITY;
const highOf = (estimate: Estimate | null | undefined): number => estimate?.high ?? Number.POSITIVE_INFINITY;
const number = (value: number): string => (value < 0 ? `−${Math.abs(value).toFixed(1)}` : value.toFixed(1));
const enough = ({ arms }: TrialFacts['figures']): boolean =>
  Math.min(arms.memory.mature, arms.holdout.mature) >= FEWEST;

/** Harm by evidence or incident may end a trial on any day. Empty: there is none. */
export const harmReasons = ({ figures, incidents }: TrialFacts): string[] => [
  ...incidents.map((incident) => `An incident was recorded: ${INCIDENT_WORDS[incident]}.`),
  ...(figures.harm.reached_at === null
    ? []
    : [`Evidence of harm reached ${figures.harm.evidence.toFixed(1)}; ${HARM_LIMIT} ends a trial.`]),
];

const lossReasons = ({ figures, margin }: TrialFacts): string[] => {
  const low = lowOf(figures.lift?.interventions_per_100_runs);
  return enough(figures) && low > margin
    ? [`Memory costs at least ${number(low)} interventions per 100 runs more; the margin is ${number(margin)}.`]
    : [];
};

/** Each condition of "keep" that is not met, in words. */
const missing = ({ figures, margin }: TrialFacts): string[] => {
  const { lift, coverage, arms } = figures;
  const open: string[] = [];
  if (!enough(figures)) {
    const counts = `${arms.memory.mature} with memory, ${arms.holdout.mature} without`;
    open.push(`Too few mature tasks to judge: ${counts}, and each arm needs ${FEWEST}.`);
  }
  const gained = lowOf(lift?.completion_without_rewrite) > 0;
  const faster = highOf(lift?.minutes_to_resolution_ratio) < 1;
  if (!gained && !faster) open.push('Neither a gain in completion nor in time to resolution is shown.');
  const most = highOf(figures.interventions_for_margin);
  if (most >= margin) {
    const bound = Number.isFinite(most) ? `up to ${number(most)} more` : 'any number more';
    open.push(`Interventions per 100 runs could be ${bound}; the margin is ${number(margin)}.`);
  }
  if ((coverage.value ?? 0) < COVERAGE_NEEDED) {
    const share = Math.floor(100 * (coverage.value ?? 0));
    open.push(`Only ${share} % of the mature tasks have an outcome from CI or a person; 90 % are needed.`);
  }
  return open;
};

const keepReasons = ({ figures, margin }: TrialFacts): string[] => {
  const { lift } = figures;
  const low = lowOf(lift?.completion_without_rewrite);
  const high = highOf(lift?.minutes_to_resolution_ratio);
  return [
    ...(low > 0 ? [`Completion rose by at least ${number(100 * low)} points.`] : []),
    ...(high < 1 ? [`Tasks took at most ${high.toFixed(2)} times as long.`] : []),
    `Interventions per 100 runs are at most ${number(highOf(figures.interventions_for_margin))} more (one-sided 95 %), within the margin of ${number(margin)}.`,
  ];
};

/** The verdict of a look. Nothing but every condition met is "keep". */
export const trialVerdict = (facts: TrialFacts): TrialVerdict => {
  const against = [...harmReasons(facts), ...lossReasons(facts)];
  if (against.length > 0) return { decision: 'roll_back', reasons: against };
  const open = missing(facts);
  return open.length > 0
    ? { decision: 'inconclusive', reasons: open }
    : { decision: 'keep', reasons: keepReasons(facts) };
};
