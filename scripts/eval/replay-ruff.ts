import type { MistakeEvent } from '../../src/domain/evaluation/mistake-event.ts';
import { EvalIndex } from './eval-index.ts';
import { POLICIES, rankBy } from './policies.ts';
import type { Answers } from './run-set.ts';
import { noAnswers } from './run-set.ts';

/** A recurrence with how often the lesson was met before, and whether its file was. */
export interface RuffReplay {
  readonly answers: Answers;
  readonly hard: readonly boolean[];
  readonly earlier: readonly number[];
}

/**
 * Mistakes in the order of time. The first of its kind makes the lesson; each later one is a query, after which the lesson
 * learns its text as a trigger (unless `learn` is off).
 */
export const replayRuff = async (
  events: readonly MistakeEvent[],
  embed: (text: string) => Promise<Float32Array>,
  learn: boolean,
): Promise<RuffReplay> => {
  const index = new EvalIndex(embed);
  const seen = new Map<string, { files: Set<string>; count: number }>();
  const answers = noAnswers();
  const hard: boolean[] = [];
  const earlier: number[] = [];
  for (const { query, lesson, file } of events) {
    const known = seen.get(lesson.id);
    if (known === undefined) {
      await index.add(lesson);
      seen.set(lesson.id, { files: new Set([file]), count: 1 });
    } else {
      const candidates = await index.candidates(query);
      for (const policy of POLICIES) {
        answers[policy].push({ ranked: rankBy(policy, candidates, query, { timed: false }), relevant: query.relevant });
      }
      hard.push(!known.files.has(file));
      earlier.push(known.count);
      known.files.add(file);
      known.count += 1;
    }
    if (learn) await index.addTrigger(lesson.id, query.text, query.at);
  }
  return { answers, hard, earlier };
};
