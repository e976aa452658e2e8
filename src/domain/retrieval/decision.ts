import { CERTAINTY } from './constants.ts';
import type { Match } from './fusion.ts';

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** BM25 has no upper end; this maps it to 0 … 1. */
const saturated = (lexical: number): number => lexical / (lexical + CERTAINTY.lexicalHalf);

/**
 * How sure recall is, 0 to 1, that a candidate is the right lesson: a logistic of what it has in common with the query and
 * its aspects in absolute terms, of matching paths (`scope`, 0 to 1), and of the store's size (among many lessons some look close by chance).
 * Never of a per-query normalised score, which would hide that all are weak.
 */
export const certainty = (query: Match, aspects: readonly Match[], documents: number, scope = 0): number => {
  const dense = query.cosine !== null;
  const best = (pick: (match: Match) => number): number => (aspects.length === 0 ? 0 : Math.max(...aspects.map(pick)));
  const features = [
    1,
    query.cosine ?? 0,
    query.coverage,
    saturated(query.lexical),
    best((match) => match.cosine ?? 0),
    best((match) => match.coverage),
    aspects.length > 0 ? 1 : 0,
    Math.log10(Math.max(1, documents)),
  ];
  const weights = dense ? CERTAINTY.hybrid : CERTAINTY.lexical;
  return sigmoid(features.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), CERTAINTY.scope * scope));
};
