/** Usual parameters: how soon repetition stops to count, and how much length counts. */
const K1 = 1.2;
const B = 0.75;

/** The documents that hold one term: numbers from 0, ascending, each as often as it holds the term. */
export interface Postings {
  /** Inverse document frequency of the term. */
  readonly idf: number;
  readonly documents: readonly number[];
}

/** Lengths of the documents searched, in terms. */
export interface LengthRange {
  readonly averageLength: number;
  readonly shortest: number;
  readonly longest: number;
}

const dampeningOf = (length: number, averageLength: number): number => K1 * (1 - B + (B * length) / averageLength);

/** One more term's part of BM25 (Robertson and Zaragoza 2009, equation 3.15) with Lucene's idf, which is never negative. */
const part = (idf: number, count: number, dampening: number): number => (idf * count * (K1 + 1)) / (count + dampening);

/** Calls `use` once for each document of a term, with how often it holds it. */
const eachDocument = (documents: readonly number[], use: (document: number, count: number) => void): void => {
  for (let at = 0; at < documents.length; ) {
    const document = documents[at] ?? 0;
    const first = at;
    while (documents[at] === document) at += 1;
    use(document, at - first);
  }
};

const sizeOf = (postings: readonly Postings[]): number =>
  1 + postings.reduce((most, { documents }) => Math.max(most, documents.at(-1) ?? 0), 0);

/**
 * Documents that can be among the `limit` best, whatever their lengths are. Looking up a length costs more than this
 * does, and most documents of a long query hold nothing but one of its commoner words.
 */
export const withinReach = (
  postings: readonly Postings[],
  { averageLength, shortest, longest }: LengthRange,
  limit: number,
): number[] => {
  const size = sizeOf(postings);
  const atLeast = new Float64Array(size);
  const atMost = new Float64Array(size);
  const [strong, weak] = [dampeningOf(longest, averageLength), dampeningOf(shortest, averageLength)];
  for (const { idf, documents } of postings) {
    eachDocument(documents, (document, count) => {
      atLeast[document] = (atLeast[document] ?? 0) + part(idf, count, strong);
      atMost[document] = (atMost[document] ?? 0) + part(idf, count, weak);
    });
  }
  const needed = rankedScore(atLeast, limit);
  const within: number[] = [];
  for (let document = 0; document < size; document += 1) {
    const score = atMost[document] ?? 0;
    if (score > 0 && score >= needed) within.push(document);
  }
  return within;
};

/** The score at rank `limit`; 0 where fewer have one. */
const rankedScore = (scores: Float64Array, limit: number): number =>
  scores
    .filter((score) => score > 0)
    .sort()
    .at(-limit) ?? 0;

/** The score of each document whose length is given; others are left out. */
export const scoresOf = (
  postings: readonly Postings[],
  lengths: ReadonlyMap<number, number>,
  averageLength: number,
): Map<number, number> => {
  const dampening = new Float64Array(sizeOf(postings));
  for (const [document, length] of lengths) dampening[document] = dampeningOf(length, averageLength);
  const scores = new Map<number, number>();
  for (const { idf, documents } of postings) {
    eachDocument(documents, (document, count) => {
      const own = dampening[document] ?? 0;
      if (own > 0) scores.set(document, (scores.get(document) ?? 0) + part(idf, count, own));
    });
  }
  return scores;
};
