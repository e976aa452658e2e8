import { stemmer } from 'stemmer';
import { STOP_WORDS } from './stop-words.ts';

const WORD = /[\p{L}\p{N}\p{M}]+(?:[_\-./:]+[\p{L}\p{N}\p{M}]+)*/gu;
const SEPARATORS = /[_\-./:]+/u;
/** Borders inside a part: fooBar, HTTPServer, utf8, 2nd, 使用Redis. */
const INNER =
  /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー])(?=\p{Script=Latin})|(?<=\p{Script=Latin})(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/u;
/** Languages whose signs are all that tells them from one letter. */
const SIGNED: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}_])c\+\+/giu, 'cpp'],
  [/(?<![\p{L}\p{N}_])([cf])#/giu, '$1sharp'],
];
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const LONGEST_TERM = 40;
const MOST_TERMS = 2_000;
const LONGEST_TEXT = 20_000;

const bigrams = (word: string): string[] => {
  const letters = [...word];
  if (letters.length < 2) return letters;
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
};

const partTerms = (part: string): string[] => {
  const lower = part.toLowerCase();
  if (CJK.test(lower)) return bigrams(lower);
  if (STOP_WORDS.has(lower) || /^[a-z]$/u.test(lower)) return [];
  return [/^[a-z]+$/u.test(lower) ? stemmer(lower) : lower];
};

const wordTerms = (word: string): string[] => {
  const parts = word.split(SEPARATORS).flatMap((part) => part.split(INNER));
  const terms = parts.flatMap(partTerms);
  // The whole without its separators: getUserByID, get_user_by_id and get-user-by-id meet in one term.
  if (parts.length > 1) terms.push(word.split(SEPARATORS).join('').toLowerCase());
  return terms;
};

/**
 * The terms of a text, in order and as often as they occur: words in lower case and Porter-stemmed (Porter 1980), the
 * parts of identifiers and paths beside the whole, `C++` as cpp and `C#` as csharp, bigrams for Chinese, Japanese and Korean; stop words left out.
 * Letters, digits and marks only; at most 2,000 terms of at most 40 characters.
 */
export const tokenize = (text: string): string[] => {
  const normal = text.slice(0, LONGEST_TEXT).normalize('NFKC');
  const named = SIGNED.reduce((plain, [sign, name]) => plain.replace(sign, name), normal);
  const words = named.match(WORD) ?? [];
  const terms: string[] = [];
  for (const word of words) {
    for (const term of wordTerms(word)) {
      if (term.length > 0 && term.length <= LONGEST_TERM && /^[\p{L}\p{N}\p{M}]+$/u.test(term)) terms.push(term);
    }
    if (terms.length >= MOST_TERMS) break;
  }
  return terms.slice(0, MOST_TERMS);
};
