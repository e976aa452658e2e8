/** Every constant of ranking, each with where it comes from. */

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

export const SELECTION = {
  mmrLambda: 0.7,
  bestRemembered: 10,
  provisional: 1,
  perRun: 1,
  perAuthor: 2,
  peopleForAuthorCap: 4,
} as const;

/**
 * Weights of `features` in decision.ts, with and without vectors, with and without aspects. Fitted on team-lessons and reme,
 * stores of 1 to 365 lessons, folds by repository: `tsx scripts/eval/fit-abstention.ts DATA`.
 */
export const CERTAINTY = {
  hybrid: {
    plain: [0.07, 2.39, 0.97, -0.98, -0.82, 2.02, 0, 0, 0, -0.16, 0.16, 0, 0, 0.63],
    /** Its first constant is 0.65 below the fit, as below. */
    withAspects: [-5.77, 1.64, 0.52, -0.04, -0.4, 1.24, 2.49, 2.7, 0.95, -0.08, -0.01, 0.41, 0.45, 0.17],
  },
  /** Their first constants are 0.2 and 0.32 below the fit, so that one threshold gives all ways about the same share of false alarms. */
  words: {
    plain: [1.15, 0, 1.36, -1.35, -0.83, 2.8, 0, 0, 0, 0, 0.23, 0, 0, 0.7],
    withAspects: [-2.84, 0, 0.65, -0.27, -0.28, 1.5, 0, 0, 1.44, 0, -0.07, 0, 0.82, 0.32],
  },
  /** What a full match of paths adds to the logit: it lifts a likely lesson and does not make an unlikely one. Set by hand: the data has no paths. */
  scope: 1,
  /** A lead counts up to so many times the score of the next, and no next counts for less than this score. */
  mostAhead: 4,
  leastOther: 8,
  /** Below this the answer is to abstain; refitted per store once there are verdicts. */
  threshold: 0.22,
  /** Further lessons must come this close to the best one's certainty. */
  followers: 0.6,
} as const;

/** Near-duplicates: shared words (Jaccard) or cosine. Measured on 495 real lessons: true duplicates .745 to .83, best other .617. */
export const DUPLICATE = { jaccard: 0.7, cosine: 0.9, similar: 0.45, similarCosine: 0.75, sameWhen: 0.6 } as const;

/** A correction says again what a lesson says: words of its rule, or a near-duplicate as above. */
export const REPEAT = { ruleJaccard: 0.55, cosine: 0.82 } as const;
