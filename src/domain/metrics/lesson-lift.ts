import type { Id, Time } from '../ids.ts';
import type { Count } from '../statistics/newcombe.ts';
import { type ShrunkDifference, shrunkDifferences } from '../statistics/shrunk-differences.ts';
import { endingOf, isClean } from './confirmed-outcome.ts';
import { isMature } from './maturity.ts';
import type { TaskHistory } from './task-history.ts';

interface Arms {
  memory: Count;
  holdout: Count;
}

const NONE: Count = { successes: 0, n: 0 };
const plus = ({ successes, n }: Count, clean: boolean): Count => ({ successes: successes + Number(clean), n: n + 1 });

/**
 * What each lesson did for the completion of tasks: those that were shown it against those of the holdout that would have
 * been. Only tasks that were drawn into an arm count; lessons without both sides are left out.
 */
export const lessonLifts = (histories: readonly TaskHistory[], now: Time): Map<Id, ShrunkDifference> => {
  const found = new Map<Id, Arms>();
  for (const history of histories) {
    const { arm } = history.task;
    if (arm === undefined) continue;
    const ended = { task: history.task, confirmed: endingOf(history.outcomes) };
    if (!isMature(ended, now)) continue;
    const chosen = history.recalls.flatMap(({ candidates }) =>
      candidates.filter((one) => one.cut === undefined || one.cut === 'holdout').map((one) => one.lesson_id),
    );
    for (const id of new Set(chosen)) {
      const arms = found.get(id) ?? { memory: NONE, holdout: NONE };
      found.set(id, { ...arms, [arm]: plus(arms[arm], isClean(ended)) });
    }
  }
  const both = [...found].filter(([, { memory, holdout }]) => memory.n > 0 && holdout.n > 0);
  const shrunk = shrunkDifferences(both.map(([, { memory, holdout }]) => ({ a: memory, b: holdout })));
  return new Map(both.flatMap(([id], index) => (shrunk[index] === undefined ? [] : [[id, shrunk[index]]])));
};
