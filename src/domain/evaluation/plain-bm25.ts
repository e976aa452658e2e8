import { stemmer } from 'stemmer';
import { STOP_WORDS } from '../retrieval/stop-words.ts';
import type { EvalSet } from './evaluation-set.ts';
import type { Answer } from './measures.ts';

/** The parameters of the published runs (Anserini's defaults). */
const K1 = 0.9;
const B = 0.4;

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []).filter((word) => !STOP_WORDS.has(word)).map(stemmer);

const countsOf = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/**
 * BM25 as textbooks have it (Robertson and Zaragoza 2009), over stemmed words without parts of identifiers. Nothing of the
 * product: it shows that the harness reproduces published figures.
 */
export const plainBm25 = ({ lessons, queries }: EvalSet): Answer[] => {
  const documents = lessons.map(({ id, when, rule }) => {
    const words = wordsOf(`${when}\n${rule}`);
    return { id, counts: countsOf(words), length: words.length };
  });
  const average = documents.reduce((sum, { length }) => sum + length, 0) / Math.max(1, documents.length);
  const holding = new Map<string, number>();
  for (const { counts } of documents) for (const word of counts.keys()) holding.set(word, (holding.get(word) ?? 0) + 1);
  const idf = (word: string): number => {
    const n = holding.get(word) ?? 0;
    return Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
  };
  return queries.map(({ text, relevant }) => {
    const asked = [...new Set(wordsOf(text))];
    const scored = documents.map(({ id, counts, length }) => ({
      id,
      score: asked.reduce((sum, word) => {
        const count = counts.get(word) ?? 0;
        return sum + (idf(word) * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / average));
      }, 0),
    }));
    scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return { ranked: scored.filter(({ score }) => score > 0).map(({ id }) => id), relevant };
  });
};
