import { backgroundShare } from './background-frequencies.ts';
import { BM25 } from './constants.ts';
import type { Corpus } from './index-entry.ts';

/**
 * How rare a term is, in natural-log units (Robertson and Spärck Jones, with the + 1 that keeps it above zero). A small store knows little of which
 * words are common, so a background of `BM25.backgroundDocuments` lessons stands behind it and fades as the store grows.
 */
export const inverseDocumentFrequency = (term: string, documents: number, frequency: number): number => {
  const n = frequency + BM25.backgroundDocuments * backgroundShare(term);
  const total = documents + BM25.backgroundDocuments;
  return Math.log(1 + (total - n + 0.5) / (n + 0.5));
};

/** What a query asks for: its distinct terms with their weight. */
export const termWeights = (
  terms: readonly string[],
  corpus: Corpus,
  frequencies: ReadonlyMap<string, number>,
): Map<string, number> =>
  new Map(
    [...new Set(terms)].map((term) => [
      term,
      inverseDocumentFrequency(term, corpus.documents, frequencies.get(term) ?? 0),
    ]),
  );

/** Mean weight of a query's terms: how rare its words are. 0 without any. */
export const rarity = (weights: ReadonlyMap<string, number>): number =>
  weights.size === 0 ? 0 : [...weights.values()].reduce((sum, weight) => sum + weight, 0) / weights.size;

/** BM25 (Robertson et al., TREC-3) of one lesson for weighted query terms. `counts`: how often the lesson holds each term. */
export const bm25 = (
  weights: ReadonlyMap<string, number>,
  counts: ReadonlyMap<string, number>,
  length: number,
  averageLength: number,
): number => {
  const norm = BM25.k1 * (1 - BM25.b + (BM25.b * length) / Math.max(1, averageLength));
  let score = 0;
  for (const [term, idf] of weights) {
    const count = counts.get(term) ?? 0;
    if (count > 0) score += (idf * count * (BM25.k1 + 1)) / (count + norm);
  }
  return score;
};

/** Share of the query's weight that the lesson's words cover, 0 to 1. */
export const coverage = (weights: ReadonlyMap<string, number>, counts: ReadonlyMap<string, number>): number => {
  let all = 0;
  let met = 0;
  for (const [term, idf] of weights) {
    all += idf;
    if (counts.has(term)) met += idf;
  }
  return all === 0 ? 0 : met / all;
};

export const countTerms = (...fields: readonly (readonly string[])[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const field of fields) for (const term of field) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
};
