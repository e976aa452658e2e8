import type { ReviewAct } from '../review-lesson.ts';

/** An accepted lesson takes the place of the one that it was proposed to replace. */
export const supersedeReplaced = async ({ lesson, stores, caller, services }: ReviewAct): Promise<void> => {
  const record = await stores.lessons.record(lesson.project, lesson.lesson_id);
  const replaced = record?.links.filter((link) => link.relation === 'supersedes') ?? [];
  for (const { lesson_id } of replaced) {
    const old = await stores.lessons.find(lesson.project, lesson_id);
    if (old === null || old.state === 'superseded' || old.state === 'retired') continue;
    await stores.lessons.move(lesson.project, {
      lesson_id,
      version: old.version,
      from: old.state,
      to: 'superseded',
      actor: caller.principal.name,
      role: 'reviewer',
      reason: replacedBy(lesson.lesson_id),
      at: services.clock.now(),
    });
  }
};

/** Why a lesson left that another took the place of. */
export const replacedBy = (lessonId: string): string => `replaced by ${lessonId}`;
