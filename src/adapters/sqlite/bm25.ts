/** Usual parameters: how soon repetition stops to count, and how much length counts. */
const K1 = 1.2;
const B = 0.75;

/** A term that a document holds: its inverse document frequency, and how often it is there. */
export interface TermMatch {
  readonly idf: number;
  readonly count: number;
}

/** Lengths of the documents searched, in terms. */
export interface LengthRange {
  readonly averageLength: number;
  readonly shortest: number;
  readonly longest: number;
}

/** BM25 (Robertson and Zaragoza 2009, equation 3.15) with Lucene's idf, which is never negative. */
export const scoreOf = (matches: readonly TermMatch[], length: number, averageLength: number): number => {
  const dampening = K1 * (1 - B + (B * length) / averageLength);
  return matches.reduce((score, { idf, count }) => score + (idf * count * (K1 + 1)) / (count + dampening), 0);
};

/**
 * Documents that can be among the `limit` best, whatever their lengths are. Looking up a length costs more than this
 * does, and most documents of a long query hold nothing but one of its commoner words.
 */
export const withinReach = (
  documents: ReadonlyMap<number, readonly TermMatch[]>,
  { averageLength, shortest, longest }: LengthRange,
  limit: number,
): number[] => {
  const ids = [...documents.keys()];
  if (ids.length <= limit) return ids;
  const atLeast = ids.map((id) => scoreOf(documents.get(id) ?? [], longest, averageLength)).sort((a, b) => b - a);
  const needed = atLeast[limit - 1] ?? 0;
  return ids.filter((id) => scoreOf(documents.get(id) ?? [], shortest, averageLength) >= needed);
};
