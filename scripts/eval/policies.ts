import type { EvalQuery } from '../../src/domain/evaluation/evaluation-set.ts';
import { RANK } from '../../src/domain/retrieval/constants.ts';
import { recencyFactor } from '../../src/domain/retrieval/recency.ts';
import { scopeScores } from '../../src/domain/retrieval/scope.ts';
import type { Candidate } from './eval-index.ts';

export const POLICIES = ['recent', 'bm25', 'dense', 'ours'] as const;
export type Policy = (typeof POLICIES)[number];

/** Sequence numbers of a replay are no times: recency then says nothing. */
export interface ScoreOptions {
  readonly timed: boolean;
}

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();

type Scope = ReadonlyMap<string, number>;

const SCORES: Record<Policy, (one: Candidate, query: EvalQuery, scope: Scope, options: ScoreOptions) => number> = {
  recent: ({ confirmedAt }) => confirmedAt,
  bm25: ({ query }) => query.lexical,
  dense: ({ query }) => query.cosine ?? 0,
  ours: ({ relevance, lesson, confirmedAt }, query, scope, { timed }) =>
    (relevance + RANK.scope * (scope.get(lesson.id) ?? 0)) *
    (timed ? recencyFactor(iso(confirmedAt), iso(query.at)) : 1),
};

/** Ids by a policy's score, best first, equals by id. */
export const rankBy = (
  policy: Policy,
  candidates: readonly Candidate[],
  query: EvalQuery,
  options: ScoreOptions,
): string[] => {
  const scoped = candidates.map(({ lesson }) => ({ lesson_id: lesson.id, paths: lesson.paths }));
  const scope = policy === 'ours' && query.paths.length > 0 ? scopeScores(query.paths, scoped) : new Map();
  return candidates
    .map((candidate) => ({ id: candidate.lesson.id, score: SCORES[policy](candidate, query, scope, options) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
};
