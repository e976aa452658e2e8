import type { Id, Time } from '../../domain/ids.ts';
import { contradicts } from '../../domain/learning/contradiction.ts';
import type { Lesson } from '../../domain/lesson.ts';
import { jaccard } from '../../domain/retrieval/selection.ts';
import { tokenize } from '../../domain/retrieval/tokens.ts';
import type { Run } from '../../domain/run.ts';
import { lessonFor } from '../organisation/organisation-lesson.ts';
import { disputeIn, servesIn } from '../outcome/dispute-after-harm.ts';
import { exposedLessons } from '../outcome/judge.ts';
import type { CorrectionAct } from '../record-correction.ts';

/**
 * A correction that says the opposite of what its run was shown is a harmful verdict on that lesson, and both go to a
 * reviewer. A person's own word takes the lesson out of service; what an agent passes on counts as an agent's.
 */
export const countContradiction = async (act: CorrectionAct, corrected: Id, at: Time): Promise<void> => {
  const { stores, run, input } = act;
  if (run === null) return;
  for (const id of await exposedLessons(stores, run)) {
    const lesson = await lessonFor(stores, run.project, id);
    if (lesson === null || id === corrected || !contradicts(input.right, lesson.rule)) continue;
    const similarity = jaccard(new Set(tokenize(input.right)), new Set(tokenize(lesson.rule)));
    await stores.lessons.link(run.project, corrected, [
      { lesson_id: id, relation: 'conflict', similarity: Math.round(100 * similarity) / 100 },
    ]);
    await countHarm(act, run, lesson, at);
  }
};

const countHarm = async ({ stores, caller }: CorrectionAct, run: Run, lesson: Lesson, at: Time): Promise<void> => {
  const { name: by, kind } = caller.principal;
  const source = kind === 'person' ? 'human' : 'agent';
  const verdict = { lesson_id: lesson.lesson_id, verdict: 'harmful', by, at } as const;
  await stores.runs.addVerdict({ project: run.project, run_id: run.run_id, source, ...verdict });
  const weight = source === 'human' ? 1 : 0.5;
  await stores.lessons.vote(lesson.project, lesson.lesson_id, { ...verdict, weight, version: lesson.version });
  if (source === 'human' && (await servesIn(stores, run.project, lesson))) {
    await disputeIn(stores, run.project, lesson, { by, at, reason: 'a person corrected what it says' });
  }
};
