import type { Relation } from '../lesson.ts';
import { isUsual } from '../retrieval/background-frequencies.ts';
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

/** More words than these apart, two rules differ in their wording, not in a name. */
const MOST_NAMES = 2;

/**
 * Whether two rules say the same of different things: all but one or two words alike, on each side a word of its own, and not all of these usual words
 * ("ask the owner of billing before a release", "… of search …"). By words and by meaning they are near; they are two rules.
 */
export const namesOther = (a: string, b: string): boolean => {
  const [left, right] = [termSet(a), termSet(b)];
  const onlyLeft = [...left].filter((term) => !right.has(term));
  const onlyRight = [...right].filter((term) => !left.has(term));
  const most = Math.max(onlyLeft.length, onlyRight.length);
  if (onlyLeft.length === 0 || onlyRight.length === 0 || most > MOST_NAMES) return false;
  return left.size - onlyLeft.length > most && ![...onlyLeft, ...onlyRight].every(isUsual);
};
