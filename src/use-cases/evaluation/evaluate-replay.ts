import type { EvalQuery, EvalSet } from '../../domain/evaluation/evaluation-set.ts';
import { noAnswers, POLICIES, type PolicyAnswers } from '../../domain/evaluation/policy-answers.ts';
import { type RankingTable, rankingTable } from '../../domain/evaluation/ranking-table.ts';
import type { Bench } from './bench.ts';
import { LessonShelf, type ShelfAnswer } from './lesson-shelf.ts';

export interface ReplayFigures extends RankingTable {
  readonly min_age_days: number;
  /** Tasks with an earlier, linked correction: was it shown, found and held back, or not among the ten best? Shares. */
  readonly earlier: { readonly n: number; readonly shown: number; readonly withheld: number; readonly missed: number };
  /** Tasks without one: the share to which something was shown. The links miss useful lessons, so this is an upper bound. */
  readonly first: { readonly n: number; readonly shown_something: number };
}

const DAY = 86_400;
/** How old a linked correction must be; 0: any. */
const AGES = [0, 7, 30] as const;

/** Queries in the order of time, each against the lessons that were there before it. */
export const evaluateReplay = async (bench: Bench, sets: readonly EvalSet[]): Promise<ReplayFigures[]> => {
  const figures: ReplayFigures[] = [];
  for (const set of sets) for (const age of AGES) figures.push(await replay(bench, set, age));
  return figures;
};

interface Tally {
  readonly earlier: { n: number; shown: number; withheld: number; missed: number };
  readonly first: { n: number; shown: number };
}

const replay = async (bench: Bench, set: EvalSet, age: number): Promise<ReplayFigures> => {
  const waiting = [...set.lessons].sort((a, b) => a.at - b.at);
  const shelf = new LessonShelf(bench.services, `${set.name} ${age}`, waiting[0]?.at ?? 0);
  const answers = noAnswers();
  const tally: Tally = { earlier: { n: 0, shown: 0, withheld: 0, missed: 0 }, first: { n: 0, shown: 0 } };
  const queries = [...set.queries].sort((a, b) => a.at - b.at);
  const there = new Set<string>();
  for (const [done, query] of queries.entries()) {
    const ripe = waiting.splice(0, waiting.filter((lesson) => lesson.at < query.at - age * DAY).length);
    if (ripe.length > 0) await shelf.add(ripe);
    for (const { id } of ripe) there.add(id);
    const relevant = new Set([...query.relevant].filter((id) => there.has(id)));
    if (isAsked(query, relevant.size, age)) {
      const answer = await shelf.ask(query);
      count(tally, answer, relevant);
      if (relevant.size > 0) keep(answers, answer, relevant);
    }
    bench.progress(`${set.name}, lessons of ${age} days and more`, done + 1, queries.length);
  }
  const { n, shown, withheld, missed } = tally.earlier;
  const share = (part: number, of: number): number => (of === 0 ? 0 : part / of);
  return {
    ...rankingTable(set.name, answers, bench.seed),
    min_age_days: age,
    earlier: { n, shown: share(shown, n), withheld: share(withheld, n), missed: share(missed, n) },
    first: { n: tally.first.n, shown_something: share(tally.first.shown, tally.first.n) },
  };
};

/** Asking costs time; a query without an answer tells something only where nothing was left out of the store. */
const isAsked = (query: EvalQuery, relevant: number, age: number): boolean =>
  relevant > 0 || (age === 0 && query.relevant.size === 0);

const keep = (answers: PolicyAnswers, { ranked }: ShelfAnswer, relevant: ReadonlySet<string>): void => {
  for (const policy of POLICIES) answers[policy].push({ ranked: ranked[policy], relevant });
};

const count = ({ earlier, first }: Tally, { recall, ranked }: ShelfAnswer, relevant: ReadonlySet<string>): void => {
  if (relevant.size === 0) {
    first.n += 1;
    if (recall.lessons.length > 0) first.shown += 1;
    return;
  }
  earlier.n += 1;
  if (recall.lessons.some(({ lesson_id }) => relevant.has(lesson_id))) earlier.shown += 1;
  else if (ranked.ours.some((id) => relevant.has(id))) earlier.withheld += 1;
  else earlier.missed += 1;
};
