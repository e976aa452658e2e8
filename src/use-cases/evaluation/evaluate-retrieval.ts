import type { EvalSet } from '../../domain/evaluation/evaluation-set.ts';
import { mean } from '../../domain/evaluation/measures.ts';
import { noAnswers, POLICIES } from '../../domain/evaluation/policy-answers.ts';
import { type RankingTable, rankingTable } from '../../domain/evaluation/ranking-table.ts';
import type { RecallPath } from '../../domain/recall.ts';
import type { Bench } from './bench.ts';
import { LessonShelf } from './lesson-shelf.ts';

export interface RetrievalFigures extends RankingTable {
  /** How recall searched: `hybrid`, or `lexical` without the model. */
  readonly path: RecallPath;
  /** Share of the queries whose right lesson was among those shown (at most 3, and only sure ones). */
  readonly shown: number | null;
  /** Mean tokens of an answer. */
  readonly tokens: number | null;
}

/** Lessons added in one write. */
const SHELF_LOAD = 50;

export const fill = async (shelf: LessonShelf, set: EvalSet, bench: Bench): Promise<void> => {
  for (let from = 0; from < set.lessons.length; from += SHELF_LOAD) {
    await shelf.add(set.lessons.slice(from, from + SHELF_LOAD));
    bench.progress(`${set.name}: lessons`, Math.min(from + SHELF_LOAD, set.lessons.length), set.lessons.length);
  }
};

/** Every query of every set against all lessons of its set. */
export const evaluateRetrieval = async (bench: Bench, sets: readonly EvalSet[]): Promise<RetrievalFigures[]> => {
  const figures: RetrievalFigures[] = [];
  for (const [number, set] of sets.entries()) {
    const shelf = new LessonShelf(bench.services, `retrieval ${number}`);
    await fill(shelf, set, bench);
    figures.push(await figuresOf(bench, shelf, set));
  }
  return figures;
};

const figuresOf = async (bench: Bench, shelf: LessonShelf, set: EvalSet): Promise<RetrievalFigures> => {
  const answers = noAnswers();
  const shown: number[] = [];
  const tokens: number[] = [];
  let path: RecallPath = 'none';
  for (const [done, query] of set.queries.entries()) {
    const { ranked, recall } = await shelf.ask(query);
    for (const policy of POLICIES) answers[policy].push({ ranked: ranked[policy], relevant: query.relevant });
    shown.push(recall.lessons.some(({ lesson_id }) => query.relevant.has(lesson_id)) ? 1 : 0);
    tokens.push(recall.tokens);
    path = recall.path;
    bench.progress(`${set.name}: queries`, done + 1, set.queries.length);
  }
  return {
    ...rankingTable(set.name, answers, bench.seed),
    path,
    shown: shown.length === 0 ? null : mean(shown),
    tokens: tokens.length === 0 ? null : mean(tokens),
  };
};
