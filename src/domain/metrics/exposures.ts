import type { Id } from '../ids.ts';
import { OUTCOME_SOURCES } from '../outcome.ts';
import type { CountedRecall, CountedVerdict, TaskHistory } from './task-history.ts';

/** One lesson shown to one run, with what was said of it there. */
export interface Exposure {
  readonly run_id: Id;
  readonly lesson_id: Id;
  readonly verdict: CountedVerdict['verdict'] | null;
}

export const shownIn = (recall: Pick<CountedRecall, 'candidates'>): Id[] =>
  recall.candidates.filter((one) => one.cut === undefined).map((one) => one.lesson_id);

/** A person's word beats CI's and CI's an agent's; among equals the latest counts. */
const outweighs = (a: CountedVerdict, b: CountedVerdict): boolean => {
  const rank = (one: CountedVerdict): number => OUTCOME_SOURCES.indexOf(one.source);
  if (rank(a) !== rank(b)) return rank(a) > rank(b);
  return a.at === b.at ? a.verdict > b.verdict : a.at > b.at;
};

/** Every lesson shown to a run of the task, once a run however often it was shown. */
export const exposuresOf = (history: TaskHistory): Exposure[] => {
  const said = new Map<string, CountedVerdict>();
  for (const verdict of history.verdicts) {
    const key = `${verdict.run_id} ${verdict.lesson_id}`;
    const earlier = said.get(key);
    if (earlier === undefined || outweighs(verdict, earlier)) said.set(key, verdict);
  }
  const exposures = new Map<string, Exposure>();
  for (const { run_id, candidates } of history.recalls) {
    if (run_id === undefined) continue;
    for (const { lesson_id, cut } of candidates) {
      if (cut !== undefined) continue;
      const key = `${run_id} ${lesson_id}`;
      exposures.set(key, { run_id, lesson_id, verdict: said.get(key)?.verdict ?? null });
    }
  }
  return [...exposures.values()];
};
