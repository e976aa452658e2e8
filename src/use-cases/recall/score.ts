import type { Id } from '../../domain/ids.ts';
import { bm25, countTerms, coverage, rarity, termWeights } from '../../domain/retrieval/bm25.ts';
import { RANK } from '../../domain/retrieval/constants.ts';
import { certainty } from '../../domain/retrieval/decision.ts';
import { type Match, relevance, withAspects } from '../../domain/retrieval/fusion.ts';
import type { FieldSimilarity, IndexedTerms } from '../../domain/retrieval/index-entry.ts';
import { type Standing, standings } from '../../domain/retrieval/standing.ts';
import type { Pool } from '../../ports/lesson-search.ts';
import type { Services } from '../services.ts';
import type { Analysis, Part } from './analyse.ts';
import type { Candidates } from './candidates.ts';
import { modelKey } from './model-key.ts';

/** A candidate with what it has in common with the query, before anything of its history counts. */
export interface Scored {
  readonly lesson_id: Id;
  readonly query: Match;
  readonly aspects: readonly Match[];
  readonly terms: ReadonlySet<string>;
  readonly scope: number;
  readonly score: number;
  readonly certainty: number;
}

/** Scores every candidate on all arms. Unordered. */
export const scoreCandidates = async (
  services: Services,
  where: { project: string; pool: Pool },
  analysis: Analysis,
  candidates: Candidates,
): Promise<Scored[]> => {
  if (candidates.ids.length === 0) return [];
  const { search } = services.stores;
  const parts = [analysis.query, ...analysis.aspects];
  const asked = [...new Set(parts.flatMap((part) => part.terms))];
  const corpus = await search.corpus(where.project, where.pool);
  const frequencies = await search.documentFrequencies(where.project, where.pool, asked);
  const indexed = new Map((await search.terms(where.project, candidates.ids)).map((one) => [one.lesson_id, one]));
  const similarities = await cosines(services, where.project, candidates.ids, parts);
  const documents = candidates.ids.map((id) => document(id, indexed.get(id)));
  const weighted = parts.map((part) => termWeights(part.terms, corpus, frequencies));
  const matches = parts.map((part, i) => {
    const weights = weighted[i] ?? new Map<string, number>();
    return documents.map(
      (doc): Match => ({
        lexical: bm25(weights, doc.counts, doc.length, corpus.averageLength),
        coverage: coverage(weights, doc.counts),
        cosine: part.vector === null ? null : bestOf(similarities.get(doc.id)?.[i]),
      }),
    );
  });
  const rarities = weighted.map(rarity);
  const scores = documents.map((doc, d) => {
    const [ofQuery = 0, ...ofAspects] = matches.map((list, i) => relevance(list[d] as Match, rarities[i] ?? 0));
    return withAspects(ofQuery, ofAspects) + RANK.scope * (candidates.scope.get(doc.id) ?? 0);
  });
  const standing = standings(scores, matches);
  return documents.map((doc, d) => {
    const [query, ...aspects] = matches.map((list) => list[d] as Match);
    const score = scores[d] ?? 0;
    const evidence = {
      query: query as Match,
      aspects,
      queryTerms: weighted[0]?.size ?? 0,
      documents: corpus.documents,
      standing: standing[d] as Standing,
      scope: candidates.scope.get(doc.id) ?? 0,
    };
    return {
      lesson_id: doc.id,
      query: evidence.query,
      aspects,
      terms: new Set(doc.counts.keys()),
      scope: evidence.scope,
      score,
      certainty: certainty(evidence),
    };
  });
};

const document = (id: Id, terms: IndexedTerms | undefined) => {
  const fields = terms === undefined ? [] : [terms.text, terms.example, terms.trigger];
  return { id, counts: countTerms(...fields), length: fields.reduce((sum, field) => sum + field.length, 0) };
};

/** A lesson whose vectors are not made yet has no cosine: words decide for it. */
const bestOf = (similarity: FieldSimilarity | undefined): number | null => {
  const known = [similarity?.text, similarity?.example, similarity?.trigger].filter(
    (one) => one !== null && one !== undefined,
  );
  return known.length === 0 ? null : Math.max(...known);
};

const cosines = async (
  services: Services,
  project: string,
  ids: readonly Id[],
  parts: readonly Part[],
): Promise<Map<Id, FieldSimilarity[]>> => {
  const vectors = parts.flatMap((part) => (part.vector === null ? [] : [part.vector]));
  if (vectors.length < parts.length) return new Map();
  return services.stores.search.similarities(project, modelKey(services.embedder), ids, vectors);
};
