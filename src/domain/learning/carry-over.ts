import type { LessonText } from '../lesson.ts';

type Words = Pick<LessonText, 'when' | 'rule' | 'not_when'>;

const wordsOf = ({ when, rule, not_when }: Words): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of `${when} ${rule} ${not_when ?? ''}`.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
};

const sizeOf = (words: ReadonlyMap<string, number>): number => [...words.values()].reduce((sum, one) => sum + one, 0);

/**
 * Share of a lesson's text that changed, 0 to 1: one minus the Dice coefficient of the two bags of words (Dice 1945). What
 * a reader follows counts: when, rule and not when.
 */
export const changedShare = (before: Words, after: Words): number => {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const total = sizeOf(old) + sizeOf(now);
  if (total === 0) return 0;
  let shared = 0;
  for (const [word, count] of old) shared += Math.min(count, now.get(word) ?? 0);
  return 1 - (2 * shared) / total;
};

/** Votes of an earlier text that still count after this share of it changed; to six digits, as they are kept. */
export const carriedVotes = (votes: number, changed: number): number => toSixDigits(votes * (1 - changed));

/** How many of the newest triggers still speak for the text after this share of it changed. */
export const carriedTriggers = (count: number, changed: number): number =>
  Math.max(0, Math.ceil(count * (1 - changed) - 1e-9));

export const toSixDigits = (value: number): number => Math.round(value * 1e6) / 1e6;
