import type { Lesson, LessonText } from '../../domain/lesson.ts';
import { takeStep } from '../../domain/lesson-state.ts';
import type { IndexEntry } from '../../domain/retrieval/index-entry.ts';
import type { ReviewAct } from '../review-lesson.ts';

/**
 * Other words for a lesson that serves, on a store that others use: a proposal of its own, which takes the place of the
 * present one when another reviewer accepts it. Until then the present one serves on.
 */
export const proposeEdit = async (
  { lesson, stores, caller, services, input }: ReviewAct,
  { text, index }: { text: LessonText; index: IndexEntry },
): Promise<Lesson> => {
  const { to, role } = takeStep('edit', caller.principal, { state: lesson.state, author: lesson.provenance.author });
  const at = services.clock.now();
  const { not_when: _, why: __, run_id: ___, ...kept } = lesson;
  const edited: Lesson = {
    ...kept,
    ...text,
    lesson_id: services.ids.next('lesson'),
    state: to,
    version: 1,
    provenance: { source: 'human', author: caller.principal.name, at },
    created_at: at,
    updated_at: at,
    confirmed_at: at,
    helped: 0,
    harmed: 0,
  };
  await stores.lessons.add({
    lesson: edited,
    index,
    transition: {
      lesson_id: edited.lesson_id,
      version: 1,
      from: null,
      to,
      actor: caller.principal.name,
      role,
      reason: input.reason ?? `other words for ${lesson.lesson_id}`,
      at,
    },
    evidence: [],
    links: [{ lesson_id: lesson.lesson_id, relation: 'supersedes', similarity: 1 }],
  });
  return edited;
};
