import type { Lesson } from '../../domain/lesson.ts';
import { hasRole } from '../../domain/principal.ts';
import type { ReviewAct } from '../review-lesson.ts';
import type { Caller } from '../services.ts';
import { carryLearning } from './carry-learning.ts';

/**
 * An accepted lesson takes the place of the one that it was proposed to replace, with what that one had learned. A critical one serves on until its owner or
 * a lead decides: a weaker copy must not push safety out.
 */
export const supersedeReplaced = async (act: ReviewAct): Promise<void> => {
  const { lesson, stores, caller, services } = act;
  const record = await stores.lessons.record(lesson.project, lesson.lesson_id);
  const replaced = record?.links.filter((link) => link.relation === 'supersedes') ?? [];
  for (const { lesson_id } of replaced) {
    const old = await stores.lessons.find(lesson.project, lesson_id);
    if (old === null || old.state === 'superseded' || old.state === 'retired') continue;
    if (old.critical && !mayReplaceCritical(caller, old)) continue;
    await stores.lessons.move(lesson.project, {
      lesson_id,
      version: old.version,
      from: old.state,
      to: 'superseded',
      actor: caller.principal.name,
      role: hasRole(caller.principal, 'reviewer') ? 'reviewer' : 'lead',
      reason: replacedBy(lesson.lesson_id),
      at: services.clock.now(),
    });
    await carryLearning(stores, { from: old, to: lesson }, act.inheritances);
  }
};

const mayReplaceCritical = ({ principal }: Caller, { provenance }: Lesson): boolean =>
  principal.solo || hasRole(principal, 'lead') || [provenance.author, provenance.approved_by].includes(principal.name);

/** Why a lesson left that another took the place of. */
export const replacedBy = (lessonId: string): string => `replaced by ${lessonId}`;
