import type { Finding } from '../../domain/guard/finding.ts';
import type { Time } from '../../domain/ids.ts';
import type { Lesson, LessonText, Transition } from '../../domain/lesson.ts';
import type { LessonState } from '../../domain/lesson-state.ts';
import { actingRole } from '../../domain/principal.ts';
import type { Run } from '../../domain/run.ts';
import { heldReason, isHeld } from '../guard/inspect-lesson.ts';
import type { Caller, Services } from '../services.ts';

/** The stated policy: alone on a store, a human's correction serves at once, so that memory works on day one. */
export const servedAtOnce = (caller: Caller): boolean => caller.principal.solo;

/** The lesson that comes of a correction nobody had made before, and the first step of its life. */
export const correctedLesson = (
  services: Services,
  caller: Caller,
  text: LessonText,
  facts: { project: string; run: Run | null; at: Time; findings: readonly Finding[] },
): { lesson: Lesson; transition: Transition } => {
  const state: LessonState = isHeld(facts.findings) ? 'quarantined' : servedAtOnce(caller) ? 'provisional' : 'proposed';
  const lesson: Lesson = {
    ...text,
    project: facts.project,
    lesson_id: services.ids.next('lesson'),
    state,
    version: 1,
    provenance: { source: 'human', author: caller.principal.name, at: facts.at },
    critical: false,
    ...(facts.run === null ? {} : { run_id: facts.run.run_id }),
    created_at: facts.at,
    updated_at: facts.at,
    confirmed_at: facts.at,
    helped: 0,
    harmed: 0,
  };
  const transition: Transition = {
    lesson_id: lesson.lesson_id,
    version: 1,
    from: null,
    to: state,
    actor: caller.principal.name,
    role: state === 'provisional' ? 'policy' : actingRole(caller.principal),
    reason: isHeld(facts.findings)
      ? heldReason(facts.findings)
      : state === 'provisional'
        ? "a human's correction serves at once on a store of one person"
        : "a human's correction, to be reviewed",
    at: facts.at,
  };
  return { lesson, transition };
};
