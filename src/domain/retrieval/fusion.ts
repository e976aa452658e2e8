import { RANK } from './constants.ts';

/** What one text (the query, or an aspect) has in common with one lesson. */
export interface Match {
  /** BM25, 0 and up. */
  readonly lexical: number;
  /** Share of the text's weighted words that the lesson holds, 0 to 1. */
  readonly coverage: number;
  /** Best cosine over the lesson's vectors; null without vectors. */
  readonly cosine: number | null;
}

/**
 * How well a lesson fits one text: a sum of absolute evidence, so that a long query full of rare words is decided by words,
 * and a short one of common words by meaning. `rarity` is the mean weight of the text's terms.
 */
export const relevance = (match: Match, rarity: number): number => {
  const cosine = Math.max(0, (match.cosine ?? RANK.unknownCosine) - RANK.cosineFloor);
  return match.lexical * (rarity / RANK.usualRarity) + RANK.dense * cosine;
};

/** The query's relevance and what the aspects add to it: the best one and the mean of all. */
export const withAspects = (query: number, aspects: readonly number[]): number => {
  if (aspects.length === 0) return query;
  const mean = aspects.reduce((sum, one) => sum + one, 0) / aspects.length;
  return query + RANK.aspects * (RANK.aspectBest * Math.max(...aspects) + RANK.aspectMean * mean);
};
