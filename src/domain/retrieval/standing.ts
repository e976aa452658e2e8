import { CERTAINTY } from './constants.ts';
import type { Match } from './fusion.ts';

/** How a candidate stands among the others: evidence that no candidate holds by itself. */
export interface Standing {
  /** How far it is ahead of the best other candidate: see `marginOver`. */
  readonly margin: number;
  /** Score above that of the third: a field that lies close together knows nothing. 0 and up. */
  readonly lead: number;
  /** Whether no other candidate is closer: to the query 0 or 1, of the aspects the share, 0 to 1. */
  readonly closest: {
    readonly queryMeaning: number;
    readonly queryWords: number;
    readonly aspectsMeaning: number;
    readonly aspectsWords: number;
  };
}

/**
 * Logarithm of how many times a ranking score is that of the best other candidate, 0 to ln 4. Others that are weaker than
 * `leastOther`, or absent, count as that: being ahead of nothing is no merit.
 */
export const marginOver = (score: number, bestOther: number): number => {
  const times = score / Math.max(CERTAINTY.leastOther, bestOther);
  return Math.log(Math.min(CERTAINTY.mostAhead, Math.max(1, times)));
};

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** 1 for each candidate whose value is the highest, and above 0. */
const highest = (values: readonly number[]): number[] => {
  const best = values.reduce((most, value) => Math.max(most, value), 0);
  return values.map((value) => (best > 0 && value === best ? 1 : 0));
};

/**
 * The standing of every candidate, in their order.
 *
 * @param scores ranking score of each candidate
 * @param parts for the query and then for each aspect, the match of each candidate
 */
export const standings = (scores: readonly number[], parts: readonly (readonly Match[])[]): Standing[] => {
  const [best = 0, next = 0, third = 0] = [...scores].sort((a, b) => b - a);
  const meaning = parts.map((matches) => highest(matches.map(({ cosine }) => cosine ?? 0)));
  const words = parts.map((matches) => highest(matches.map(({ lexical }) => lexical)));
  return scores.map((score, i) => {
    const [queryMeaning = 0, ...aspectsMeaning] = meaning.map((part) => part[i] ?? 0);
    const [queryWords = 0, ...aspectsWords] = words.map((part) => part[i] ?? 0);
    return {
      margin: marginOver(score, score === best ? next : best),
      lead: Math.max(0, score - third),
      closest: {
        queryMeaning,
        queryWords,
        aspectsMeaning: mean(aspectsMeaning),
        aspectsWords: mean(aspectsWords),
      },
    };
  });
};
