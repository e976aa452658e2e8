import { CERTAINTY } from './constants.ts';
import type { Match } from './fusion.ts';

/** All that speaks for a candidate being the right lesson, in absolute terms. */
export interface Evidence {
  readonly query: Match;
  readonly aspects: readonly Match[];
  /** Distinct terms of the query. */
  readonly queryTerms: number;
  /** Lessons searched: among many some look close by chance. */
  readonly documents: number;
  /** How far it is ahead of the best other candidate: see `marginOver`. */
  readonly margin: number;
  /** Matching paths, 0 to 1. */
  readonly scope: number;
}

const FEW_TERMS = 5;

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Logarithm of how many times a ranking score is that of the best other candidate, 0 to ln 4. Others that are weaker than
 * `leastOther`, or absent, count as that: being ahead of nothing is no merit.
 */
export const marginOver = (score: number, bestOther: number): number => {
  const times = score / Math.max(CERTAINTY.leastOther, bestOther);
  return Math.log(Math.min(CERTAINTY.mostAhead, Math.max(1, times)));
};

/** What the fitted weights are multiplied with, in their order. */
export const features = ({ query, aspects, queryTerms, documents, margin }: Evidence): number[] => {
  const cosines = aspects.map(({ cosine }) => cosine ?? 0);
  return [
    1,
    query.cosine ?? 0,
    query.lexical / 20,
    // A long query meets some words by chance; one of few words is not the surer for that.
    Math.log(Math.max(FEW_TERMS, queryTerms) + 1),
    Math.log10(Math.max(1, documents)),
    margin,
    Math.max(0, ...cosines),
    mean(cosines),
    mean(aspects.map(({ lexical }) => lexical)) / 10,
  ];
};

/**
 * How sure recall is, 0 to 1, that the right lesson exists and is this candidate, had both been as likely as not: a logistic
 * of absolute evidence. Never of a per-query normalised score, which would hide that all candidates are weak.
 */
export const certainty = (evidence: Evidence): number => {
  const arms = evidence.query.cosine === null ? CERTAINTY.words : CERTAINTY.hybrid;
  const weights = evidence.aspects.length === 0 ? arms.plain : arms.withAspects;
  const fitted = features(evidence).reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
  return sigmoid(fitted + CERTAINTY.scope * evidence.scope);
};
