import { distance, closest as nearest } from 'fastest-levenshtein';

/** In a longer word no typing mistake is looked for. */
const LONGEST_WORD = 40;

/** The allowed word that `word` was probably meant to be, by edit distance; null when none is near. */
export const closest = (word: string, allowed: readonly string[]): string | null => {
  if (allowed.length === 0 || word.length > LONGEST_WORD) return null;
  const best = nearest(word.toLowerCase(), [...allowed]);
  const mistakes = distance(word.toLowerCase(), best);
  return mistakes < best.length && mistakes <= Math.max(2, Math.floor(best.length / 3)) ? best : null;
};
