import type { Estimate } from '../estimate.ts';
import type { Time } from '../ids.ts';
import type { LessonState } from '../lesson-state.ts';
import { kaplanMeier, type Observation } from '../statistics/kaplan-meier.ts';
import { quantileInterval } from '../statistics/quantile-interval.ts';
import { wilson } from '../statistics/wilson.ts';
import type { LessonLife } from './lesson-life.ts';

/** M9: how well people keep up with what waits for them. */
export interface ReviewHealth {
  /** Median from a lesson's making to the first decision of a person; what waits still is censored. */
  readonly hours_to_first_review: Estimate;
  /** Age of what waits at the window's end: nine of ten wait no longer. */
  readonly queue_age_hours_p90: Estimate;
  /** Decisions that let a lesson through ÷ decisions. */
  readonly approval_share: Estimate;
  /** Approvals undone within 14 days ÷ approvals that are 14 days old. */
  readonly reversals_within_14_days: Estimate;
}

type Step = LessonLife['steps'][number];

const WAITING: readonly LessonState[] = ['proposed', 'provisional', 'disputed', 'quarantined'];
const UNDONE: readonly LessonState[] = ['disputed', 'retired', 'quarantined'];
const HOUR_MS = 3_600_000;
const REVERSAL_HOURS = 14 * 24;

const hours = (from: Time, to: Time): number => Math.max(0, (Date.parse(to) - Date.parse(from)) / HOUR_MS);

/** A person's decision on something that waited. */
const isDecision = ({ from, to, role }: Step): boolean =>
  from !== null && WAITING.includes(from) && role !== 'policy' && role !== 'agent' && to !== 'quarantined';

const firstReview = ({ steps }: LessonLife, until: Time): Observation | null => {
  const [made] = steps;
  if (made === undefined || !WAITING.includes(made.to)) return null;
  const decided = steps.find((step) => isDecision(step) && step.at <= until);
  return { time: hours(made.at, decided?.at ?? until), ended: decided !== undefined };
};

const waitingSince = ({ steps }: LessonLife, until: Time): Time | null => {
  const last = steps.findLast((step) => step.at <= until);
  return last !== undefined && WAITING.includes(last.to) ? last.at : null;
};

/** True when an approval was undone in time; null while it is too young to say. */
const wasReversed = (approval: Step, { steps }: LessonLife, until: Time): boolean | null => {
  const undone = steps.find((step) => step.at > approval.at && UNDONE.includes(step.to));
  if (undone !== undefined && undone.at <= until && hours(approval.at, undone.at) <= REVERSAL_HOURS) return true;
  return hours(approval.at, until) >= REVERSAL_HOURS ? false : null;
};

/** Lessons made, and decisions taken, in [from, until). */
export const reviewHealth = (lives: readonly LessonLife[], from: Time, until: Time): ReviewHealth => {
  const inWindow = (at: Time): boolean => at >= from && at < until;
  const made = lives.filter(({ steps }) => inWindow(steps[0]?.at ?? ''));
  const decisions = lives.flatMap((life) =>
    life.steps.filter((step) => isDecision(step) && inWindow(step.at)).map((step) => ({ life, step })),
  );
  const approvals = decisions.filter(({ step }) => step.to === 'active');
  const reversals = approvals.map(({ life, step }) => wasReversed(step, life, until)).filter((one) => one !== null);
  const ages = lives.map((life) => waitingSince(life, until)).filter((since) => since !== null);
  return {
    hours_to_first_review: kaplanMeier(
      made.map((life) => firstReview(life, until)).filter((observation) => observation !== null),
    ),
    queue_age_hours_p90: quantileInterval(
      ages.map((since) => hours(since, until)),
      0.9,
    ),
    approval_share: wilson(approvals.length, decisions.length),
    reversals_within_14_days: wilson(reversals.filter(Boolean).length, reversals.length),
  };
};
