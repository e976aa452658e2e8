import { randomSource } from '../statistics/random-source.ts';
import type { EvalLesson } from './evaluation-set.ts';

const WORDS_IN_WHEN = 20;
const WORDS_IN_RULE = 80;

/** Lessons made of the words of many tasks, each as often as tasks use it, to be found for all of them. Same seed, same lessons. */
export const keywordStuffed = (count: number, tasks: readonly string[], seed: number): EvalLesson[] => {
  const random = randomSource(seed);
  const words = tasks.flatMap((task) => task.match(/[\p{L}_]{3,}/gu) ?? []);
  const some = (number: number): string =>
    Array.from({ length: number }, () => words[Math.floor(random() * words.length)] ?? '').join(' ');
  return Array.from({ length: count }, (_, i) => ({
    id: `stuffed-${i}`,
    when: some(WORDS_IN_WHEN),
    rule: some(WORDS_IN_RULE),
    examples: [],
    paths: [],
    at: 0,
  }));
};
