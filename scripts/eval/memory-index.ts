import { bm25, countTerms, coverage, rarity, termWeights } from '../../src/domain/retrieval/bm25.ts';
import { type Match, relevance, withAspects } from '../../src/domain/retrieval/fusion.ts';
import { tokenize } from '../../src/domain/retrieval/tokens.ts';

export interface EvalDocument {
  readonly id: string;
  readonly counts: Map<string, number>;
  readonly length: number;
  readonly vectors: readonly Float32Array[];
}

export interface EvalQuery {
  readonly terms: readonly string[];
  /** Null: full text only. */
  readonly vector: Float32Array | null;
}

export const toQuery = async (text: string, embed: (text: string) => Promise<Float32Array>): Promise<EvalQuery> => ({
  terms: tokenize(text),
  vector: await embed(text),
});

export const toDocument = async (
  lesson: { id: string; when: string; rule: string; examples: readonly string[] },
  embed: (text: string) => Promise<Float32Array>,
): Promise<EvalDocument> => {
  const terms = [lesson.when, lesson.rule, ...lesson.examples].flatMap(tokenize);
  const texts = [lesson.when, `${lesson.when}\n${lesson.rule}`, ...lesson.examples].filter(
    (text) => text.trim() !== '',
  );
  const vectors: Float32Array[] = [];
  for (const text of texts) vectors.push(await embed(text));
  return { id: lesson.id, counts: countTerms(terms), length: terms.length, vectors };
};

export const cosine = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

const bestCosine = (vectors: readonly Float32Array[], asked: Float32Array | null): number | null =>
  asked === null ? null : Math.max(...vectors.map((vector) => cosine(vector, asked)));

/** Every document with its matches and its score, best first: what the product computes for its candidates. */
export const rankAll = (documents: readonly EvalDocument[], query: EvalQuery, aspects: readonly EvalQuery[]) => {
  const averageLength = documents.reduce((sum, doc) => sum + doc.length, 0) / Math.max(1, documents.length);
  const frequencies = new Map<string, number>();
  for (const part of [query, ...aspects]) {
    for (const term of new Set(part.terms)) {
      if (!frequencies.has(term)) frequencies.set(term, documents.filter((doc) => doc.counts.has(term)).length);
    }
  }
  const corpus = { documents: documents.length, averageLength };
  const weightsOf = (part: EvalQuery) => termWeights(part.terms, corpus, frequencies);
  const matchesOf = (part: EvalQuery): Match[] => {
    const weights = weightsOf(part);
    return documents.map((doc) => ({
      lexical: bm25(weights, doc.counts, doc.length, averageLength),
      coverage: coverage(weights, doc.counts),
      cosine: bestCosine(doc.vectors, part.vector),
    }));
  };
  const parts = [query, ...aspects].map(matchesOf);
  const scores = parts.map((matches, i) => {
    const rare = rarity(weightsOf([query, ...aspects][i]!));
    return matches.map((match) => relevance(match, rare));
  });
  return documents
    .map((doc, i) => ({
      id: doc.id,
      match: parts[0]![i]!,
      aspects: parts.slice(1).map((matches) => matches[i]!),
      score: withAspects(
        scores[0]![i]!,
        scores.slice(1).map((one) => one[i]!),
      ),
    }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
};
