import { HoneError, notFound } from '../../domain/error.ts';
import type { Transition } from '../../domain/lesson.ts';
import { takeStep } from '../../domain/lesson-state.ts';
import type { ReviewAct } from '../review-lesson.ts';
import { carryLearning } from './carry-learning.ts';

/**
 * Folds a lesson into another: the other keeps its words and gains evidence, triggers and votes, the merged one is superseded.
 *
 * @throws HoneError INVALID_INPUT without another lesson to merge into; NOT_FOUND.
 */
export const mergeInto = async (act: ReviewAct): Promise<void> => {
  const { lesson, stores, caller, input } = act;
  if (input.into === undefined || input.into === lesson.lesson_id) {
    throw new HoneError(
      'INVALID_INPUT',
      'A merge needs another lesson to merge into.',
      'Example: hone review merge LESSON_ID INTO_ID',
    );
  }
  const target = await stores.lessons.find(lesson.project, input.into);
  if (target === null) throw notFound('lesson');
  const { to, role } = takeStep('supersede', caller.principal, {
    state: lesson.state,
    author: lesson.provenance.author,
  });
  const at = act.services.clock.now();
  const by = caller.principal.name;
  const record = await stores.lessons.record(lesson.project, lesson.lesson_id);
  for (const evidence of record?.evidence ?? []) {
    await stores.lessons.addEvidence(lesson.project, target.lesson_id, evidence);
  }
  await stores.lessons.addEvidence(lesson.project, target.lesson_id, {
    kind: 'review',
    ref: lesson.lesson_id,
    text: `Merged: ${lesson.rule}`.slice(0, 2_000),
    by,
    at,
  });
  await carryLearning(stores, { from: lesson, to: target }, act.inheritances);
  await stores.lessons.link(lesson.project, target.lesson_id, [
    { lesson_id: lesson.lesson_id, relation: 'supersedes', similarity: 1 },
  ]);
  await stores.lessons.move(lesson.project, {
    lesson_id: lesson.lesson_id,
    version: lesson.version,
    from: lesson.state,
    to,
    actor: by,
    role,
    reason: mergeReason(target.lesson_id, input.reason),
    at,
  });
};

const mergeReason = (into: string, reason: string | undefined): string =>
  reason === undefined ? `merged into ${into}` : `merged into ${into}: ${reason}`;

/** The lesson that one was merged into, by the reason of that step; null for any other step. */
export const mergedInto = ({ to, reason }: Pick<Transition, 'to' | 'reason'>): string | null =>
  to === 'superseded' ? (/^merged into (les_\w+)/u.exec(reason)?.[1] ?? null) : null;
