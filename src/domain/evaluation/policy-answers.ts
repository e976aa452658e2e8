import type { Answer } from './measures.ts';

/** What is compared everywhere: the newest lessons, each arm alone, and the product. */
export const POLICIES = ['recent', 'bm25', 'dense', 'ours'] as const;
export type Policy = (typeof POLICIES)[number];

/** The same queries in the same order, as each policy answered them. */
export type PolicyAnswers = Readonly<Record<Policy, Answer[]>>;

export const noAnswers = (): PolicyAnswers => ({ recent: [], bm25: [], dense: [], ours: [] });

/** The answers to some of the queries. */
export const answersTo = (answers: PolicyAnswers, keep: (index: number) => boolean): PolicyAnswers => ({
  recent: answers.recent.filter((_, i) => keep(i)),
  bm25: answers.bm25.filter((_, i) => keep(i)),
  dense: answers.dense.filter((_, i) => keep(i)),
  ours: answers.ours.filter((_, i) => keep(i)),
});
