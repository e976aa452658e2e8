import type { Id } from '../../domain/ids.ts';
import { CANDIDATES } from '../../domain/retrieval/constants.ts';
import { scopeScores } from '../../domain/retrieval/scope.ts';
import type { Pool } from '../../ports/lesson-search.ts';
import type { Services } from '../services.ts';
import type { Analysis, Part } from './analyse.ts';
import { modelKey } from './model-key.ts';

/** Where a recall searches: each place by itself, and none but these. */
export interface Searched {
  readonly places: readonly string[];
  readonly pool: Pool;
}

export interface Candidates {
  /** In which place each lies; in the order of their ids. */
  readonly placeOf: ReadonlyMap<Id, string>;
  /** How much the touched paths have to do with a lesson's, where anything. */
  readonly scope: ReadonlyMap<Id, number>;
}

/** Every lesson worth scoring: the best by words and by meaning for the query and each aspect, and those whose paths fit. */
export const findCandidates = async (
  services: Services,
  { places, pool }: Searched,
  analysis: Analysis,
  paths: readonly string[],
): Promise<Candidates> => {
  const found = new Map<Id, string>();
  const scope = new Map<Id, number>();
  for (const project of places) {
    const where = { project, pool };
    for (const part of [analysis.query, ...analysis.aspects]) {
      for (const id of await byPart(services, where, part)) found.set(id, project);
    }
    for (const [id, score] of await byPaths(services, where, paths)) {
      scope.set(id, score);
      found.set(id, project);
    }
  }
  return { placeOf: new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1))), scope };
};

const byPart = async (services: Services, where: { project: string; pool: Pool }, part: Part): Promise<Id[]> => {
  const { search } = services.stores;
  const words =
    part.terms.length === 0 ? [] : await search.lexical(where.project, where.pool, part.terms, CANDIDATES.perArm);
  if (part.vector === null) return words;
  const model = modelKey(services.embedder);
  return [...words, ...(await search.dense(where.project, where.pool, model, part.vector, CANDIDATES.perArm))];
};

const byPaths = async (
  services: Services,
  where: { project: string; pool: Pool },
  paths: readonly string[],
): Promise<Map<Id, number>> => {
  if (paths.length === 0) return new Map();
  const scoped = await services.stores.search.scoped(where.project, where.pool, CANDIDATES.scoped);
  return scopeScores(paths, scoped);
};
