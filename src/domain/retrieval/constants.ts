/** Every constant of ranking, each with where it comes from. `fit` is `npm run eval:fit -- DATA` (scripts/eval/fit-recall.ts). */

export const BM25 = {
  k1: 1.2,
  b: 0.75,
  /** Weight of the background of word frequencies, in lessons. */
  backgroundDocuments: 200,
} as const;

export const CANDIDATES = {
  /** Best by words, and best by vectors, for the query and for each aspect. */
  perArm: 50,
  /** Lessons with paths that are looked at. */
  scoped: 500,
} as const;

/**
 * Ranking adds absolute evidence: BM25, weighed by how rare the query's words are (rare words are names, and names are to
 * be trusted), the cosine, and shared paths. Fitted on team-lessons, reme, cosqa, curl-followups and ruff-replay together
 * (`tsx scripts/eval/run.ts --data DIR`); flat from 25 to 40 of `dense`.
 */
export const RANK = {
  /** Mean weight of a query's terms at which BM25 counts as it is. */
  usualRarity: 5,
  dense: 30,
  /** Cosines below say nothing. */
  cosineFloor: 0.05,
  /** Stands for the cosine of a lesson whose vectors are not made yet. */
  unknownCosine: 0.2,
  /** Aspects together, next to the query: the best one and the mean of all. */
  aspects: 1.5,
  aspectBest: 0.3,
  aspectMean: 0.7,
  scope: 10,
} as const;

/** Recency of the last confirmation: 0.5 + 0.5·2^(−age / halfLife), age in days. */
export const RECENCY = { floor: 0.5, halfLifeDays: 180 } as const;

/** Utility demotes only: Wilson's upper bound at this z; above `neutral` it changes nothing. */
export const UTILITY = { z: 1.64, neutral: 0.5 } as const;

export const SELECTION = { mmrLambda: 0.7, bestRemembered: 10, provisional: 1, perRun: 1 } as const;

/** Chance that the best candidate is the right lesson, as a logistic of its absolute matches. Fitted by `fit`, 2026-11-24, on team-lessons (English), stores of 1 to 365. */
export const CERTAINTY = {
  /** constant, cosine, coverage, lexical, best aspect's cosine, best aspect's coverage, has aspects, log10 of the store's size */
  hybrid: [-2.361, 5.029, 2.077, 4.102, 6.27, 4.397, -5.895, -1.779],
  /** The same without vectors. */
  lexical: [-1.751, 0, 2.332, 5.998, 0, 6.638, -4.177, -1.58],
  /** BM25 at which the lexical arm is half of its most. */
  lexicalHalf: 15,
  /** What a full match of paths adds to the logit: it lifts a likely lesson and does not make an unlikely one. Set by hand, like the threshold. */
  scope: 1,
  /** Below this the answer is to abstain; refitted per store once there are verdicts. */
  threshold: 0.25,
  /** Further lessons must come this close to the best one's certainty. */
  followers: 0.6,
} as const;

/** Near-duplicates: shared words (Jaccard) or cosine. Measured on 495 real lessons: true duplicates .745 to .83, best other .617. */
export const DUPLICATE = { jaccard: 0.7, cosine: 0.9, similar: 0.45, similarCosine: 0.75, sameWhen: 0.6 } as const;

/** A correction says again what a lesson says: words of its rule, or a near-duplicate as above. */
export const REPEAT = { ruleJaccard: 0.55, cosine: 0.82 } as const;
