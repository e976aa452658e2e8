import type { EvalSet } from '../../domain/evaluation/evaluation-set.ts';
import { auroc, mean, recallAtFalseAlarms } from '../../domain/evaluation/measures.ts';
import { POLICIES, type Policy } from '../../domain/evaluation/policy-answers.ts';
import type { Bench } from './bench.ts';
import { fill } from './evaluate-retrieval.ts';
import { LessonShelf } from './lesson-shelf.ts';
import { rawScores } from './raw-scores.ts';

/** How well one policy's best score tells whether the right lesson is there. Shares; null where it cannot be told. */
export interface AbstentionRow {
  readonly policy: Policy;
  /** Chance that a query whose lesson exists scores above one whose lesson does not. */
  readonly auroc_exists: number | null;
  /** Chance that a query whose best lesson is right scores above all others. */
  readonly auroc_right: number | null;
  /** Queries kept whose lesson exists, at the threshold that lets 15 % of the others through. */
  readonly kept_at_15: number | null;
  /** Share of right first lessons among the most certain 10, 25, 50 and 100 % of the queries whose lesson exists. */
  readonly precision_at_coverage: readonly (number | null)[];
}

export interface AbstentionFigures {
  readonly set: string;
  /** Each query once with its lesson and once without. */
  readonly n: number;
  readonly rows: readonly AbstentionRow[];
  /** At the product's own threshold: queries answered with the right lesson, and answered though there was none. */
  readonly delivered_right: number;
  readonly false_alarms: number;
}

interface Asked {
  readonly score: number;
  readonly right: boolean;
}

/** Every query twice: with its lesson on the shelf, and without it. */
export const evaluateAbstention = async (bench: Bench, sets: readonly EvalSet[]): Promise<AbstentionFigures[]> => {
  const figures: AbstentionFigures[] = [];
  for (const [number, set] of sets.entries()) figures.push(await evaluateSet(bench, set, `abstention ${number}`));
  return figures;
};

const evaluateSet = async (bench: Bench, set: EvalSet, project: string): Promise<AbstentionFigures> => {
  const shelf = new LessonShelf(bench.services, project);
  await fill(shelf, set, bench);
  const present: Record<Policy, Asked[]> = { recent: [], bm25: [], dense: [], ours: [] };
  const absent: Record<Policy, number[]> = { recent: [], bm25: [], dense: [], ours: [] };
  const delivered: boolean[] = [];
  const alarms: boolean[] = [];
  const queries = set.queries.filter(({ relevant }) => relevant.size === 1);
  for (const [done, query] of queries.entries()) {
    const [right = ''] = query.relevant;
    const withIt = await shelf.ask(query);
    const scores = await rawScores(bench.services, project, query, withIt);
    for (const policy of POLICIES) {
      present[policy].push({ score: scores[policy], right: withIt.ranked[policy][0] === right });
    }
    delivered.push(withIt.recall.lessons.some(({ lesson_id }) => lesson_id === right));
    await shelf.without(right, async () => {
      const withoutIt = await shelf.ask(query);
      const others = await rawScores(bench.services, project, query, withoutIt);
      for (const policy of POLICIES) absent[policy].push(others[policy]);
      alarms.push(withoutIt.recall.lessons.length > 0);
    });
    bench.progress(`${set.name}: with and without`, done + 1, queries.length);
  }
  const share = (list: readonly boolean[]): number => (list.length === 0 ? 0 : mean(list.map(Number)));
  return {
    set: set.name,
    n: queries.length,
    rows: POLICIES.map((policy) => rowOf(policy, present[policy], absent[policy])),
    delivered_right: share(delivered),
    false_alarms: share(alarms),
  };
};

const COVERAGES = [0.1, 0.25, 0.5, 1] as const;

const rowOf = (policy: Policy, present: readonly Asked[], absent: readonly number[]): AbstentionRow => {
  const scores = present.map(({ score }) => score);
  const right = present.filter((one) => one.right).map(({ score }) => score);
  const wrong = [...present.filter((one) => !one.right).map(({ score }) => score), ...absent];
  const surest = [...present].sort((a, b) => b.score - a.score);
  return {
    policy,
    auroc_exists: scores.length === 0 ? null : auroc(scores, absent),
    auroc_right: right.length === 0 || wrong.length === 0 ? null : auroc(right, wrong),
    kept_at_15: scores.length === 0 ? null : recallAtFalseAlarms(scores, absent, 0.15).recall,
    precision_at_coverage: COVERAGES.map((coverage) => {
      const kept = surest.slice(0, Math.max(1, Math.round(coverage * surest.length)));
      return kept.length === 0 ? null : mean(kept.map((one) => Number(one.right)));
    }),
  };
};
