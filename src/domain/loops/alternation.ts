import { LOOPS } from './constants.ts';
import type { LoopFinding } from './loop-finding.ts';
import type { Trail } from './loop-signal.ts';
import { failuresIn, lastMoveIn } from './progress-in-trail.ts';

/** Whether the newest of them take turns: A, B, A, B … */
const takesTurns = (states: readonly string[]): boolean => {
  const newest = states.slice(-LOOPS.alternation.events);
  const [a, b] = newest;
  return (
    newest.length === LOOPS.alternation.events && a !== b && newest.every((one, i) => one === (i % 2 === 0 ? a : b))
  );
};

/** Two failures, or the lessons of two ways, taking turns: each attempt undoes the one before. */
export const alternation = (trail: Trail): LoopFinding | null => {
  const from = lastMoveIn(trail);
  const errors = failuresIn(trail).filter(({ at }) => at >= from);
  const lessons = trail
    .slice(from)
    .flatMap((one) => (one.kind === 'recall' && one.atStart && one.lessons.length > 0 ? [one.lessons.join(' ')] : []));
  if (!takesTurns(errors.map(({ error }) => error)) && !takesTurns(lessons)) return null;
  return {
    pattern: 'alternation',
    action: 'escalate',
    advice: 'Two ways take turns, and each undoes the other. Stop: the owner decides between them.',
    lessons: [],
  };
};
