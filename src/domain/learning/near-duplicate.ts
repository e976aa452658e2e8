import type { Relation } from '../lesson.ts';
import { DUPLICATE } from '../retrieval/constants.ts';
import { jaccard } from '../retrieval/selection.ts';
import { tokenize } from '../retrieval/tokens.ts';
import { contradicts } from './contradiction.ts';

interface Words {
  readonly when: string;
  readonly rule: string;
}

const termSet = (...texts: readonly string[]): Set<string> => new Set(texts.flatMap(tokenize));

/**
 * How two lessons relate: opposed rules for the same situation conflict; shared words (Jaccard) or a cosine at or above the
 * duplicate line are duplicates, above the lower line similar. Null: they have nothing to do with each other.
 * `cosine` is null without vectors.
 */
export const relationOf = (
  a: Words,
  b: Words,
  cosine: number | null,
): { relation: Relation; similarity: number } | null => {
  const shared = jaccard(termSet(a.when, a.rule), termSet(b.when, b.rule));
  const similarity = Math.round(100 * Math.max(shared, cosine ?? 0)) / 100;
  const sameWhen = jaccard(termSet(a.when), termSet(b.when)) >= DUPLICATE.sameWhen;
  if (sameWhen && contradicts(a.rule, b.rule)) return { relation: 'conflict', similarity };
  if (shared >= DUPLICATE.jaccard || (cosine ?? 0) >= DUPLICATE.cosine) return { relation: 'duplicate', similarity };
  if (shared >= DUPLICATE.similar || (cosine ?? 0) >= DUPLICATE.similarCosine)
    return { relation: 'similar', similarity };
  return null;
};
