import type { EvalSet } from '../../src/domain/evaluation/evaluation-set.ts';
import type { Answer } from '../../src/domain/evaluation/measures.ts';
import { EvalIndex } from './eval-index.ts';
import { POLICIES, type Policy, rankBy } from './policies.ts';

export type Answers = Record<Policy, Answer[]>;

export const noAnswers = (): Answers => ({ recent: [], bm25: [], dense: [], ours: [] });

/** Every query against the whole store. */
export const runSet = async (set: EvalSet, embed: (text: string) => Promise<Float32Array>): Promise<Answers> => {
  const index = new EvalIndex(embed);
  for (const lesson of set.lessons) await index.add(lesson);
  const answers = noAnswers();
  for (const query of set.queries) {
    const candidates = await index.candidates(query);
    for (const policy of POLICIES) {
      answers[policy].push({ ranked: rankBy(policy, candidates, query, { timed: false }), relevant: query.relevant });
    }
  }
  return answers;
};

const DAY = 86_400;

/**
 * Queries in the order of time, each against the lessons that were there before it. Only queries count that have a right
 * lesson of at least `minAgeDays`; younger lessons are left out of the store then.
 */
export const replaySet = async (
  set: EvalSet,
  embed: (text: string) => Promise<Float32Array>,
  options: { minAgeDays: number; from?: number },
): Promise<{ answers: Answers; groups: string[] }> => {
  const index = new EvalIndex(embed);
  const waiting = [...set.lessons].sort((a, b) => a.at - b.at);
  const answers = noAnswers();
  const groups: string[] = [];
  for (const query of [...set.queries].sort((a, b) => a.at - b.at)) {
    while (waiting[0] !== undefined && waiting[0].at < query.at - options.minAgeDays * DAY) {
      await index.add(waiting.shift()!);
    }
    const relevant = new Set([...query.relevant].filter((id) => index.has(id)));
    if (relevant.size === 0 || query.at < (options.from ?? 0)) continue;
    groups.push(query.group);
    const candidates = await index.candidates(query);
    for (const policy of POLICIES) {
      answers[policy].push({ ranked: rankBy(policy, candidates, query, { timed: true }), relevant });
    }
  }
  return { answers, groups };
};
