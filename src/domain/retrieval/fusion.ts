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

const clip = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** The part of a cosine that says something, 0 to 1.2. */
const denseShare = (cosine: number): number => clip((cosine - RANK.cosineFloor) / RANK.cosineRange, 0, RANK.most);

/**
 * How well a lesson fits one text, compared with the other candidates: convex fusion (Bruch et al. 2023) of BM25 as a share of the best one,
 * and of the cosine. Without vectors words decide alone.
 */
export const rankScore = (match: Match, bestLexical: number): number => {
  const words = bestLexical === 0 ? 0 : match.lexical / bestLexical;
  return match.cosine === null ? words : RANK.lexical * words + RANK.dense * denseShare(match.cosine);
};

/** The query's score, and half of what the aspects say: 0.6 of the best one and 0.4 of their mean. */
export const withAspects = (query: number, aspects: readonly number[]): number => {
  if (aspects.length === 0) return query;
  const mean = aspects.reduce((sum, one) => sum + one, 0) / aspects.length;
  return query + RANK.aspects * (RANK.aspectBest * Math.max(...aspects) + RANK.aspectMean * mean);
};
