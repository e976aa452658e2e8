import { anyIs, CHANGED_FACTOR, type CheckedCitation } from '../../domain/citation.ts';
import type { Lesson } from '../../domain/lesson.ts';
import { isServed } from '../../domain/lesson-state.ts';
import { recencyFactor } from '../../domain/retrieval/recency.ts';
import { utilityFactor } from '../../domain/retrieval/utility.ts';
import { checkCited } from '../citations/cited-lines.ts';
import { notForProject } from '../organisation/not-for-project.ts';
import type { Services } from '../services.ts';
import type { Scored } from './score.ts';

/** A candidate with its lesson and everything that counts. */
export interface Ranked extends Scored {
  readonly lesson: Lesson;
  readonly recency: number;
  readonly utility: number;
  /** How what it cites stands in the caller's repository; null where that cannot be seen. */
  readonly citations: readonly CheckedCitation[] | null;
}

/** Lessons looked at closely: more than can be shown, so that what is demoted makes room. */
const LOOKED_AT = 20;

/** Weighs the best by how recently they were confirmed and by verdicts that only demote. Best first, ties by id. */
export const adjust = async (services: Services, project: string, scored: readonly Scored[]): Promise<Ranked[]> => {
  const now = services.clock.now();
  const best = [...scored]
    .sort((a, b) => b.score - a.score || (a.lesson_id < b.lesson_id ? -1 : 1))
    .slice(0, LOOKED_AT);
  const hidden = await notForProject(services.stores, project, best);
  const ranked: Ranked[] = [];
  for (const one of best) {
    const lesson = hidden.has(one.lesson_id) ? null : await services.stores.lessons.find(one.project, one.lesson_id);
    if (lesson === null || !isServed(lesson.state)) continue;
    const recency = recencyFactor(lesson.confirmed_at, now);
    const utility = utilityFactor(lesson.helped, lesson.harmed);
    // Age orders lessons; it says nothing of whether one fits, so certainty keeps only what verdicts say.
    const citations = await checkCited(services.sourceTree, one.project, lesson.citations);
    const cited = citations !== null && anyIs(citations, 'changed') ? CHANGED_FACTOR : 1;
    const change = { score: one.score * recency * utility * cited, certainty: one.certainty * utility };
    ranked.push({ ...one, ...change, lesson, recency, utility, citations });
  }
  return ranked.sort((a, b) => b.score - a.score || (a.lesson_id < b.lesson_id ? -1 : 1));
};
