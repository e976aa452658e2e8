import type { Id } from '../ids.ts';
import type { Count } from '../statistics/newcombe.ts';
import { type ShrunkDifference, shrunkDifferences } from '../statistics/shrunk-differences.ts';
import type { Cohort } from './cohort.ts';
import { isClean } from './confirmed-outcome.ts';
import { isMature } from './maturity.ts';

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
export const lessonLifts = (cohort: Cohort): Map<Id, ShrunkDifference> => {
  const found = new Map<Id, Arms>();
  for (const history of cohort.tasks) {
    const { arm } = history.task;
    if (arm === undefined || !isMature(history, cohort.now)) continue;
    const chosen = history.recalls.flatMap(({ candidates }) =>
      candidates.filter((one) => one.cut === undefined || one.cut === 'holdout').map((one) => one.lesson_id),
    );
    for (const id of new Set(chosen)) {
      const arms = found.get(id) ?? { memory: NONE, holdout: NONE };
      found.set(id, { ...arms, [arm]: plus(arms[arm], isClean(history)) });
    }
  }
  const both = [...found].filter(([, { memory, holdout }]) => memory.n > 0 && holdout.n > 0);
  const shrunk = shrunkDifferences(both.map(([, { memory, holdout }]) => ({ a: memory, b: holdout })));
  return new Map(both.flatMap(([id], index) => (shrunk[index] === undefined ? [] : [[id, shrunk[index]]])));
};
