import type { Finding } from '../../domain/guard/finding.ts';
import type { ParsedLesson } from '../../domain/import/parsed-lesson.ts';
import type { Evidence, Lesson, LessonText, Transition } from '../../domain/lesson.ts';
import { takeStep } from '../../domain/lesson-state.ts';
import { actingRole } from '../../domain/principal.ts';
import { heldReason, isHeld } from '../guard/inspect-lesson.ts';
import type { Caller, Services } from '../services.ts';

export const textOfParsed = (item: ParsedLesson): LessonText => ({
  when: item.when,
  rule: item.rule,
  ...(item.not_when === undefined ? {} : { not_when: item.not_when }),
  ...(item.why === undefined ? {} : { why: item.why }),
  examples: item.examples,
  citations: item.citations,
  scope: item.scope,
});

export interface ImportedLesson {
  readonly lesson: Lesson;
  readonly transition: Transition;
  readonly evidence: readonly (Evidence & { by: string; at: string })[];
}

/** A lesson as it enters by a file: proposed, in the importer's name, whatever the file says of its past. */
export const importedLesson = (
  services: Services,
  caller: Caller,
  facts: {
    readonly item: ParsedLesson;
    readonly findings: readonly Finding[];
    readonly project: string;
    readonly at: string;
  },
): ImportedLesson => {
  const { name } = caller.principal;
  const { item, findings, project, at } = facts;
  const lesson: Lesson = {
    ...textOfParsed(item),
    project,
    lesson_id: services.ids.next('lesson'),
    state: isHeld(findings) ? 'quarantined' : 'proposed',
    version: 1,
    provenance: { source: 'import', author: name, at },
    critical: false,
    created_at: at,
    updated_at: at,
    confirmed_at: at,
    helped: 0,
    harmed: 0,
  };
  const transition: Transition = {
    lesson_id: lesson.lesson_id,
    version: 1,
    from: null,
    to: lesson.state,
    actor: name,
    role: actingRole(caller.principal),
    reason: isHeld(findings) ? heldReason(findings) : 'imported from a file',
    at,
  };
  return { lesson, transition, evidence: item.evidence.map((one) => ({ ...one, by: name, at })) };
};

/**
 * The importing person's acceptance of a lesson out of a file, as a step of its own.
 *
 * @throws HoneError FORBIDDEN for one that this person proposed here, on a store that others use.
 */
export const acceptance = (caller: Caller, lesson: Lesson, approver: string, at: string): Transition => {
  // The file's unknown author wrote an imported lesson, not the one who brings it in.
  const author = lesson.provenance.source === 'import' ? '' : lesson.provenance.author;
  const { to, role } = takeStep('accept', caller.principal, { state: lesson.state, author });
  return {
    lesson_id: lesson.lesson_id,
    version: lesson.version,
    from: lesson.state,
    to,
    actor: caller.principal.name,
    role,
    reason: `accepted at import by ${approver}`,
    at,
  };
};
