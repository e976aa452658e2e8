import type { Id } from '../../domain/ids.ts';
import { bm25, countTerms, coverage, rarity, termWeights } from '../../domain/retrieval/bm25.ts';
import { RANK } from '../../domain/retrieval/constants.ts';
import { certainty } from '../../domain/retrieval/decision.ts';
import { type Match, relevance, withAspects } from '../../domain/retrieval/fusion.ts';
import type { Corpus, FieldSimilarity, IndexedTerms } from '../../domain/retrieval/index-entry.ts';
import { type Standing, standings } from '../../domain/retrieval/standing.ts';
import type { Services } from '../services.ts';
import type { Analysis, Part } from './analyse.ts';
import type { Candidates, Searched } from './candidates.ts';
import { modelKey } from './model-key.ts';

/** A candidate with what it has in common with the query, before anything of its history counts. */
export interface Scored {
  /** The place in which it lies. */
  readonly project: string;
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
  where: Searched,
  analysis: Analysis,
  candidates: Candidates,
): Promise<Scored[]> => {
  if (candidates.placeOf.size === 0) return [];
  const parts = [analysis.query, ...analysis.aspects];
  const asked = [...new Set(parts.flatMap((part) => part.terms))];
  const { corpus, frequencies } = await statisticsOf(services, where, asked);
  const { indexed, similarities } = await indexedIn(services, candidates, parts);
  const documents = [...candidates.placeOf.keys()].map((id) => document(id, indexed.get(id)));
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
      project: candidates.placeOf.get(doc.id) ?? '',
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

/** Of all places together, so that a word weighs the same wherever a lesson lies. */
const statisticsOf = async (
  { stores: { search } }: Services,
  { places, pool }: Searched,
  asked: readonly string[],
): Promise<{ corpus: Corpus; frequencies: Map<string, number> }> => {
  const corpora: Corpus[] = [];
  const frequencies = new Map<string, number>();
  for (const project of places) {
    corpora.push(await search.corpus(project, pool));
    for (const [term, count] of await search.documentFrequencies(project, pool, asked)) {
      frequencies.set(term, (frequencies.get(term) ?? 0) + count);
    }
  }
  return { corpus: together(corpora), frequencies };
};

const together = (corpora: readonly Corpus[]): Corpus => {
  const [first, ...others] = corpora.filter((one) => one.documents > 0);
  if (first === undefined || others.length === 0) return first ?? { documents: 0, averageLength: 0 };
  const documents = [first, ...others].reduce((sum, one) => sum + one.documents, 0);
  const length = [first, ...others].reduce((sum, one) => sum + one.documents * one.averageLength, 0);
  return { documents, averageLength: length / documents };
};

const indexedIn = async (services: Services, { placeOf }: Candidates, parts: readonly Part[]) => {
  const indexed = new Map<Id, IndexedTerms>();
  const similarities = new Map<Id, FieldSimilarity[]>();
  for (const project of new Set(placeOf.values())) {
    const ids = [...placeOf].flatMap(([id, place]) => (place === project ? [id] : []));
    for (const one of await services.stores.search.terms(project, ids)) indexed.set(one.lesson_id, one);
    for (const [id, similarity] of await cosines(services, project, ids, parts)) similarities.set(id, similarity);
  }
  return { indexed, similarities };
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
