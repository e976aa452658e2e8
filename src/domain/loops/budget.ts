import type { Time } from '../ids.ts';
import type { Guardrails } from '../workflow.ts';
import type { LoopFinding } from './loop-finding.ts';
import type { Trail } from './loop-signal.ts';
import { lastWordIn } from './progress-in-trail.ts';

const finding = (advice: string): LoopFinding => ({ pattern: 'budget', action: 'escalate', advice, lessons: [] });

/** More attempts than the workflow allows since a person last spoke. */
export const attemptBudget = (
  trail: Trail,
  { max_attempts: most }: Pick<Guardrails, 'max_attempts'>,
): LoopFinding | null => {
  const attempts = trail.slice(lastWordIn(trail)).filter(({ kind }) => kind === 'start').length;
  return attempts > most ? finding(`Attempt ${attempts} of at most ${most}. Stop and take the fallback.`) : null;
};

/** A run that is still asking long after its time. */
export const timeBudget = (
  startedAt: Time,
  now: Time,
  { timeout_minutes: most }: Pick<Guardrails, 'timeout_minutes'>,
): LoopFinding | null => {
  const minutes = (Date.parse(now) - Date.parse(startedAt)) / 60_000;
  return minutes > most
    ? finding(`This run has lasted ${Math.floor(minutes)} minutes of at most ${most}. Stop and take the fallback.`)
    : null;
};
