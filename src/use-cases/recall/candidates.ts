import type { Id } from '../../domain/ids.ts';
import { CANDIDATES } from '../../domain/retrieval/constants.ts';
import { scopeScores } from '../../domain/retrieval/scope.ts';
import type { Pool } from '../../ports/lesson-search.ts';
import type { Services } from '../services.ts';
import type { Analysis, Part } from './analyse.ts';
import { modelKey } from './model-key.ts';

export interface Candidates {
  readonly ids: readonly Id[];
  /** How much the touched paths have to do with a lesson's, where anything. */
  readonly scope: ReadonlyMap<Id, number>;
}

/** Every lesson worth scoring: the best by words and by meaning for the query and each aspect, and those whose paths fit. */
export const findCandidates = async (
  services: Services,
  where: { project: string; pool: Pool },
  analysis: Analysis,
  paths: readonly string[],
): Promise<Candidates> => {
  const found = new Set<Id>();
  for (const part of [analysis.query, ...analysis.aspects]) {
    for (const id of await byPart(services, where, part)) found.add(id);
  }
  const scope = await byPaths(services, where, paths);
  for (const id of scope.keys()) found.add(id);
  return { ids: [...found].sort(), scope };
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
