import { tokenize } from '../retrieval/tokens.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { LOOPS } from './constants.ts';
import type { LoopFinding } from './loop-finding.ts';
import type { LoopSignal, Trail } from './loop-signal.ts';

/** The same for the same question, whatever its order, case and filler words, about the same files and error. */
export const questionPrint = (query: string, paths: readonly string[], error: string | null): string =>
  fingerprint([[...new Set(tokenize(query))].sort(), [...paths].sort(), error]);

type RecallSignal = Extract<LoopSignal, { kind: 'recall' }>;

/** The same question with the same answer for the third time in ten minutes of one run, the newest being `now`. */
export const repeatedRecall = (trail: Trail, now: RecallSignal): LoopFinding | null => {
  const since = new Date(Date.parse(now.at) - LOOPS.recalls.minutes * 60_000).toISOString();
  const from = trail.findLastIndex(({ kind }) => kind === 'outcome' || kind === 'human') + 1;
  const same = trail
    .slice(from)
    .filter(
      (one) =>
        one.kind === 'recall' &&
        one.run === now.run &&
        one.at > since &&
        one.asked === now.asked &&
        one.lessons.join() === now.lessons.join(),
    );
  const times = same.length + 1;
  if (times < LOOPS.recalls.times) return null;
  const advice =
    now.lessons.length === 0
      ? `Asked ${times} times, and nothing was learned about it. Go on without, or ask about what you touch now.`
      : `Asked ${times} times with the same answer, which you have. Ask more narrowly, or about something else.`;
  return { pattern: 'repeated_recall', action: 'suppress', advice, lessons: now.lessons };
};
