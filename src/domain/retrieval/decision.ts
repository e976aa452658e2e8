import { CERTAINTY } from './constants.ts';
import type { Match } from './fusion.ts';
import type { Standing } from './standing.ts';

/** All that speaks for a candidate being the right lesson, in absolute terms. */
export interface Evidence {
  readonly query: Match;
  readonly aspects: readonly Match[];
  /** Distinct terms of the query. */
  readonly queryTerms: number;
  /** Lessons searched: among many some look close by chance. */
  readonly documents: number;
  readonly standing: Standing;
  /** Matching paths, 0 to 1. */
  readonly scope: number;
}

const FEW_TERMS = 5;

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** What the fitted weights are multiplied with, in their order. */
export const features = ({ query, aspects, queryTerms, documents, standing }: Evidence): number[] => {
  const cosines = aspects.map(({ cosine }) => cosine ?? 0);
  const size = Math.log10(Math.max(1, documents));
  const { margin, lead, closest } = standing;
  return [
    1,
    query.cosine ?? 0,
    query.lexical / 20,
    // A long query meets some words by chance; one of few words is not the surer for that.
    Math.log(Math.max(FEW_TERMS, queryTerms) + 1),
    size,
    margin,
    Math.max(0, ...cosines),
    mean(cosines),
    mean(aspects.map(({ lexical }) => lexical)) / 10,
    // To be the closest of many says something, of a few little, and alone nothing.
    size * closest.queryMeaning,
    size * closest.queryWords,
    size * closest.aspectsMeaning,
    size * closest.aspectsWords,
    (size * lead) / 20,
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
