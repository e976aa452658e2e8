import { jaccard } from '../retrieval/selection.ts';
import { tokenize } from '../retrieval/tokens.ts';

const NEGATION =
  /\b(?:not|never|no|without|avoid|cannot|(?:don|doesn|mustn|shouldn|can|won)['’]?t|nicht|nie|niemals|kein\w*|ohne|vermeide\w*|ne|jamais|sans|nunca|sin|não|sem)\b/giu;

const OPPOSITES: readonly (readonly [string, string])[] = [
  ['always', 'never'],
  ['before', 'after'],
  ['enable', 'disable'],
  ['allow', 'forbid'],
  ['add', 'remove'],
  ['increase', 'decrease'],
  ['sync', 'async'],
  ['true', 'false'],
  ['immer', 'nie'],
  ['vor', 'nach'],
  ['on', 'off'],
];

const NUMBER_WITH_UNIT = /(\d+(?:\.\d+)?)\s*([a-z%]+)/giu;

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}']+/gu) ?? []);

const negations = (text: string): number => text.match(NEGATION)?.length ?? 0;

/** The rest of the two rules must be about the same thing for a difference to be an opposition. */
const SAME_SUBJECT = 0.5;

const sameSubject = (a: string, b: string): boolean => {
  const bare = (text: string): Set<string> => new Set(tokenize(text.replace(NEGATION, ' ').replace(/\d+/gu, ' ')));
  return jaccard(bare(a), bare(b)) >= SAME_SUBJECT;
};

const oppositeWords = (a: Set<string>, b: Set<string>): boolean =>
  OPPOSITES.some(
    ([x, y]) => (a.has(x) && !a.has(y) && b.has(y) && !b.has(x)) || (a.has(y) && !a.has(x) && b.has(x) && !b.has(y)),
  );

const differentNumbers = (a: string, b: string): boolean => {
  const units = (text: string): Map<string, string> =>
    new Map([...text.toLowerCase().matchAll(NUMBER_WITH_UNIT)].map((match) => [match[2] ?? '', match[1] ?? '']));
  const [left, right] = [units(a), units(b)];
  return [...left].some(([unit, value]) => right.has(unit) && right.get(unit) !== value);
};

/** "use X" against "use Y" over the same head word: use tabs for indentation, use spaces for indentation. */
const otherChoice = (a: string, b: string): boolean => {
  const used = (text: string): [string, string] | null => {
    const match = text
      .toLowerCase()
      .match(/\b(?:use|prefer|nutze|verwende)\s+([\p{L}\p{N}._-]+)\s+(?:for|as|in|to|für|als)\s+(.+)/u);
    return match === null ? null : [match[1] ?? '', match[2] ?? ''];
  };
  const [left, right] = [used(a), used(b)];
  return left !== null && right !== null && left[0] !== right[0] && sameSubject(left[1], right[1]);
};

/**
 * Whether two rules for the same situation oppose each other: one negates what the other says, opposite words, different numbers of the same unit,
 * or another choice for the same thing. A hint for a reviewer, not a proof.
 */
export const contradicts = (a: string, b: string): boolean => {
  if (otherChoice(a, b)) return true;
  if (!sameSubject(a, b)) return false;
  const negated = negations(a) % 2 !== negations(b) % 2;
  return negated || oppositeWords(wordsOf(a), wordsOf(b)) || differentNumbers(a, b);
};
