import { type Answer, bootstrap, hitAt, mean, ndcgAt, reciprocalRank } from './measures.ts';
import { POLICIES, type Policy, type PolicyAnswers } from './policy-answers.ts';

/** A difference of the same queries under two policies, with its 95 % paired bootstrap interval. Shares. */
export interface PairedDifference {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How one policy ranked the queries of one set. Shares, 0 to 1; null without queries. */
export interface RankingRow {
  readonly policy: Policy;
  readonly hit_at_1: number | null;
  readonly hit_at_3: number | null;
  readonly hit_at_5: number | null;
  readonly mrr: number | null;
  readonly ndcg_at_10: number | null;
}

export interface RankingTable {
  readonly set: string;
  readonly n: number;
  readonly rows: readonly RankingRow[];
  /** Ours minus BM25, reciprocal rank. */
  readonly gain: PairedDifference;
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);

const meanOf = (answers: readonly Answer[], measure: (answer: Answer) => number): number | null =>
  known(mean(answers.map(measure)));

/** What comes after rank 10 counts as not found. */
const inTen = (answer: Answer): number => reciprocalRank({ ...answer, ranked: answer.ranked.slice(0, 10) });

export const pairedDifference = (
  ours: readonly Answer[],
  theirs: readonly Answer[],
  measure: (answer: Answer) => number,
  seed: number,
): PairedDifference => {
  const gains = ours.flatMap((answer, i) => {
    const other = theirs[i];
    return other === undefined ? [] : [measure(answer) - measure(other)];
  });
  const { low, high } = bootstrap(gains, seed);
  return { value: known(mean(gains)), low: known(low), high: known(high) };
};

/** Every policy's figures on one set. `seed` draws the bootstrap. */
export const rankingTable = (set: string, answers: PolicyAnswers, seed: number): RankingTable => ({
  set,
  n: answers.ours.length,
  rows: POLICIES.map((policy) => ({
    policy,
    hit_at_1: meanOf(answers[policy], hitAt(1)),
    hit_at_3: meanOf(answers[policy], hitAt(3)),
    hit_at_5: meanOf(answers[policy], hitAt(5)),
    mrr: meanOf(answers[policy], inTen),
    ndcg_at_10: meanOf(answers[policy], ndcgAt(10)),
  })),
  gain: pairedDifference(answers.ours, answers.bm25, inTen, seed),
});
