import type { Finding } from '../../domain/guard/finding.ts';
import type { Evidence, Lesson, LessonText, Transition } from '../../domain/lesson.ts';
import { actingRole } from '../../domain/principal.ts';
import { heldReason, isHeld } from '../guard/inspect-lesson.ts';
import type { ProposalAct } from '../propose-lesson.ts';

/** A proposal as it enters the store: never served before a person let it through. */
export const proposedLesson = (
  act: ProposalAct,
  text: LessonText,
  findings: readonly Finding[],
): { lesson: Lesson; transition: Transition; evidence: (Evidence & { by: string; at: string })[] } => {
  const { principal } = act.caller;
  const at = act.services.clock.now();
  const differs = act.input.differs_from;
  const said =
    differs === undefined ? [] : [{ kind: 'review' as const, ref: differs.lesson_id, text: `Differs: ${differs.how}` }];
  const lesson: Lesson = {
    ...text,
    project: act.project,
    lesson_id: act.services.ids.next('lesson'),
    state: isHeld(findings) ? 'quarantined' : 'proposed',
    version: 1,
    provenance: { source: principal.kind === 'person' ? 'human' : 'agent', author: principal.name, at },
    critical: false,
    ...(act.input.run_id === undefined ? {} : { run_id: act.input.run_id }),
    created_at: at,
    updated_at: at,
    confirmed_at: at,
    helped: 0,
    harmed: 0,
  };
  return {
    lesson,
    transition: {
      lesson_id: lesson.lesson_id,
      version: 1,
      from: null,
      to: lesson.state,
      actor: principal.name,
      role: actingRole(principal),
      reason: isHeld(findings) ? heldReason(findings) : 'proposed',
      at,
    },
    evidence: [...(act.input.evidence ?? []), ...said].map((one) => ({ ...one, by: principal.name, at })),
  };
};
