import { HoneError } from '../../domain/error.ts';
import type { Id } from '../../domain/ids.ts';
import type { Lesson, LessonText } from '../../domain/lesson.ts';
import { isOfOrganisation, ORGANISATION } from '../../domain/organisation.ts';
import { heldReason, inspectLesson, isHeld } from '../guard/inspect-lesson.ts';
import { keepFindings } from '../guard/keep-findings.ts';
import { refuseSecrets } from '../guard/screen-input.ts';
import { locateLesson } from '../locate.ts';
import { findRelated, linksTo, type RelatedLesson } from '../recall/find-related.ts';
import { indexLesson } from '../recall/index-lesson.ts';
import { recordDenial } from '../record-denial.ts';
import { requireRole } from '../require-role.ts';
import type { Caller, Services } from '../services.ts';
import { signed } from '../signed.ts';

export interface ProposeForOrganisationInput {
  readonly lesson_id: Id;
  readonly reason?: string;
  readonly project?: string;
}

const VERB = 'propose for the organisation';

/**
 * Asks that a lesson which serves in a project hold in every project: a lesson of its own, with the same words and without
 * what only that project can see (citations, triggers, evidence). It serves when two reviewers, neither of them its author
 * nor who asks, accepted it; alone on a store the one person's acceptance is enough and labelled so.
 *
 * @throws HoneError FORBIDDEN for anyone but a person with a role in the project; NOT_FOUND; CONFLICT for a lesson that does
 *   not serve, or when the organisation has one that says almost the same.
 */
export const proposeForOrganisation = async (
  services: Services,
  caller: Caller,
  given: ProposeForOrganisationInput,
): Promise<Lesson> => {
  try {
    return await propose(services, caller, await refuseSecrets(services, given));
  } catch (error) {
    await recordDenial(services, caller, VERB, error);
    throw error;
  }
};

const propose = async (
  services: Services,
  caller: Caller,
  { lesson_id, reason, project }: ProposeForOrganisationInput,
): Promise<Lesson> => {
  const role = requireRole(caller, VERB, 'developer', 'reviewer', 'lead');
  const own = await locateLesson(services, caller, lesson_id, project);
  needServing(own);
  const text = sharedText(own);
  const findings = await inspectLesson(services, caller, text);
  const index = await indexLesson(services, text);
  const related = await findRelated(services, ORGANISATION, text, ['served', 'waiting']);
  refuseTwin(related);
  const at = services.clock.now();
  const by = caller.principal.name;
  const lesson: Lesson = {
    ...text,
    project: ORGANISATION,
    lesson_id: services.ids.next('lesson'),
    state: isHeld(findings) ? 'quarantined' : 'proposed',
    version: 1,
    provenance: { source: own.provenance.source, author: own.provenance.author, at },
    critical: own.critical,
    ...(own.run_id === undefined ? {} : { run_id: own.run_id }),
    created_at: at,
    updated_at: at,
    confirmed_at: at,
    helped: 0,
    harmed: 0,
  };
  const transition = {
    lesson_id: lesson.lesson_id,
    version: 1,
    from: null,
    to: lesson.state,
    actor: by,
    role,
    reason: isHeld(findings) ? heldReason(findings) : (reason ?? 'proposed for the whole organisation'),
    at,
  };
  await signed(services, caller, VERB, role).unitOfWork.write(async (stores) => {
    await stores.directory.addProject(ORGANISATION, at);
    await stores.lessons.add({ lesson, index, transition, evidence: [], links: linksTo(related) });
    await keepFindings(stores, lesson, findings);
    const origin = { lesson_id: lesson.lesson_id, from_project: own.project, from_lesson_id: own.lesson_id, by, at };
    await stores.organisation.addOrigin(origin);
  });
  return lesson;
};

/** What other projects can use of it: files of one repository say nothing in another. */
const sharedText = ({ when, rule, not_when, why, examples, scope }: Lesson): LessonText => ({
  when,
  rule,
  ...(not_when === undefined ? {} : { not_when }),
  ...(why === undefined ? {} : { why }),
  examples,
  citations: [],
  scope,
});

const needServing = (lesson: Lesson): void => {
  if (isOfOrganisation(lesson)) {
    throw new HoneError('CONFLICT', 'This lesson is one of the organisation already.', 'See `hone lessons show`.');
  }
  if (lesson.state === 'active') return;
  throw new HoneError(
    'CONFLICT',
    `A lesson that is ${lesson.state} cannot be proposed for the organisation.`,
    'It must be active in its own project first: `hone review accept`.',
  );
};

/** Whoever asks reads no waiting text of others here: only that there is one. */
const refuseTwin = (related: readonly RelatedLesson[]): void => {
  const twin = related.find(({ relation }) => relation === 'duplicate')?.lesson;
  if (twin === undefined) return;
  throw new HoneError(
    'CONFLICT',
    'The organisation has a lesson that says almost this.',
    twin.state === 'active'
      ? `See \`hone lessons show ${twin.lesson_id}\`.`
      : 'It waits for its reviewers, or was disputed: ask one of them.',
  );
};
