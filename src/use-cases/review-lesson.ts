import { HoneError, notFound } from '../domain/error.ts';
import type { Finding } from '../domain/guard/finding.ts';
import type { Id } from '../domain/ids.ts';
import { changedShare } from '../domain/learning/carry-over.ts';
import type { Lesson, LessonText, Transition } from '../domain/lesson.ts';
import { type StepName, takeStep } from '../domain/lesson-state.ts';
import { isOfOrganisation } from '../domain/organisation.ts';
import { hasRole, mayJudgeForOrganisation } from '../domain/principal.ts';
import type { IndexEntry } from '../domain/retrieval/index-entry.ts';
import type { Stores } from '../ports/unit-of-work.ts';
import { partsOf } from './guard/inspect-lesson.ts';
import { refuseSecrets } from './guard/screen-input.ts';
import { approveForOrganisation, approversOf, askedBy } from './organisation/approve-for-organisation.ts';
import { judgedLesson } from './organisation/judged-lesson.ts';
import { indexLesson } from './recall/index-lesson.ts';
import { recordDenial } from './record-denial.ts';
import { requireRole } from './require-role.ts';
import { type Inheritances, inheritancesOf } from './review/carry-learning.ts';
import { clearFindings } from './review/clear-findings.ts';
import { timesIgnored } from './review/ignored-lessons.ts';
import { mergeInto } from './review/merge-into.ts';
import { judgePairs } from './review/open-conflicts.ts';
import { proposeEdit } from './review/propose-edit.ts';
import { supersedeReplaced } from './review/supersede-replaced.ts';
import type { Caller, Services } from './services.ts';
import { signed } from './signed.ts';

export type ReviewAction = Exclude<StepName, 'supersede'> | 'merge';

export interface ReviewInput {
  readonly action: ReviewAction;
  readonly lesson_id: Id;
  readonly project?: string;
  readonly reason?: string;
  /** With `merge`: the lesson that stays. */
  readonly into?: Id;
  /** With `edit`: the parts that change. */
  readonly text?: Partial<LessonText>;
  /** With `edit`: parts that go. */
  readonly without?: readonly ('not_when' | 'why')[];
  readonly critical?: boolean;
  /** The version that was read before deciding: another one since then is not what was judged. */
  readonly version?: number;
}

export interface ReviewAct {
  readonly services: Services;
  readonly stores: Stores;
  readonly caller: Caller;
  readonly lesson: Lesson;
  readonly input: ReviewInput;
  /** What the lesson leaves behind when it is merged, or takes over when it replaces others. */
  readonly inheritances: Inheritances;
}

/**
 * One decision of a person on one lesson. An edit is an acceptance with changes, as a new version; on a store that others
 * use another reviewer accepts the new words, and what serves does so until then.
 * Accepting what is active already changes nothing.
 *
 * @throws HoneError NOT_FOUND, FORBIDDEN, CONFLICT (see `takeStep`); INVALID_INPUT when a reason or target is missing.
 */
export const reviewLesson = async (services: Services, caller: Caller, input: ReviewInput): Promise<Lesson> => {
  const verb = `review ${input.action}`;
  try {
    return await review(signed(services, caller, verb), caller, input);
  } catch (error) {
    await recordDenial(services, caller, verb, error);
    throw error;
  }
};

const review = async (services: Services, caller: Caller, given: ReviewInput): Promise<Lesson> => {
  const input = await refuseSecrets(services, given);
  const before = await judgedLesson(services.stores, caller, input);
  const { project } = before;
  needReason(input);
  needJudge(caller, before);
  const revised = input.action === 'edit' ? revisedText(before, input) : null;
  const findings = await services.guard.inspect(partsOf(revised ?? before));
  const index = revised === null ? null : await indexLesson(services, revised);
  const inheritances = await inheritancesOf(services, before, input.action === 'merge');
  return services.unitOfWork.write(async (stores) => {
    const lesson = await stores.lessons.find(project, input.lesson_id);
    if (lesson === null) throw notFound('lesson');
    needSameVersion(lesson, input);
    const act: ReviewAct = { services, stores, caller, lesson, input, inheritances };
    const decided = await decide(act, {
      findings,
      revision: revised !== null && index !== null ? { text: revised, index } : null,
    });
    if (input.critical !== undefined) await stores.lessons.setCritical(project, decided, input.critical);
    const after = await stores.lessons.find(project, decided);
    if (after === null) throw notFound('lesson');
    return after;
  });
};

/** What one project does to a lesson of the organisation is its own affair; the lesson itself is judged by those who judge for all. */
const needJudge = ({ principal }: Caller, lesson: Lesson): void => {
  if (!isOfOrganisation(lesson) || mayJudgeForOrganisation(principal) || hasRole(principal, 'admin')) return;
  throw new HoneError(
    'FORBIDDEN',
    'Only a reviewer or a lead decides on a lesson of the organisation.',
    'Hide or dispute it in your project: `hone lessons hide LESSON_ID --reason "…"`.',
  );
};

const NEED_REASON: readonly ReviewAction[] = ['reject', 'retire', 'dispute'];

const needReason = (input: ReviewInput): void => {
  if (NEED_REASON.includes(input.action) && (input.reason ?? '').trim() === '') {
    throw new HoneError(
      'INVALID_INPUT',
      `To ${input.action} a lesson needs a reason.`,
      `Example: hone review ${input.action} LESSON_ID --reason "the library fixed it in 4.2"`,
    );
  }
};

const needSameVersion = ({ version }: Lesson, input: ReviewInput): void => {
  if (input.version === undefined || input.version === version) return;
  throw new HoneError(
    'CONFLICT',
    'The lesson has another text by now than the one that was judged.',
    'Read it again, then decide.',
  );
};

interface PreparedReview {
  readonly findings: readonly Finding[];
  readonly revision: { readonly text: LessonText; readonly index: IndexEntry } | null;
}

/** @returns the id of the lesson that it is about now: an edit of what serves is a lesson of its own. */
const decide = async (act: ReviewAct, { findings, revision }: PreparedReview): Promise<Id> => {
  const { input } = act;
  const { lesson_id } = act.lesson;
  if (input.action === 'merge') {
    await mergeInto(act);
    return lesson_id;
  }
  if (input.action !== 'accept' || act.lesson.state !== 'active') {
    await mayTake(act, input.action);
    const version = act.lesson.version + (revision === null ? 0 : 1);
    const cleared = await clearFindings(act, findings, version);
    if (!((await approveForOrganisation(act)) && cleared)) return lesson_id;
  }
  if (revision !== null && act.lesson.state === 'active' && !act.caller.principal.solo) {
    return (await proposeEdit(act, revision)).lesson_id;
  }
  await step(act, input.action);
  if (revision === null) return lesson_id;
  const at = act.services.clock.now();
  const { not_when: _, why: __, ...lesson } = act.lesson;
  const next: Lesson = {
    ...lesson,
    ...revision.text,
    version: act.lesson.version + 1,
    updated_at: at,
    confirmed_at: at,
  };
  const changed = changedShare(act.lesson, next);
  await act.stores.lessons.revise(next, revision.index, act.caller.principal.name, changed);
  return lesson_id;
};

const mayTake = async (act: ReviewAct, name: StepName): Promise<ReturnType<typeof takeStep>> => {
  const { lesson, caller } = act;
  const { author } = lesson.provenance;
  const writer = caller.principal.solo ? author : await writerOf(act);
  const asked = await askedBy(act);
  return takeStep(name, caller.principal, { state: lesson.state, author, writer, askedBy: asked });
};

/** Whose the present words are: whoever edited a lesson last is its author, too. */
const writerOf = async ({ stores, lesson }: ReviewAct): Promise<string> => {
  const record = lesson.version === 1 ? null : await stores.lessons.record(lesson.project, lesson.lesson_id);
  return record?.versions.find((one) => one.version === lesson.version)?.by ?? lesson.provenance.author;
};

const step = async (act: ReviewAct, name: StepName): Promise<void> => {
  const { lesson, caller, input, stores } = act;
  if (name === 'accept' && lesson.state === 'active') {
    requireRole(caller, 'accept a lesson', 'reviewer', 'lead');
    return acceptAgain(act);
  }
  const { to, role } = await mayTake(act, name);
  await stores.lessons.move(
    lesson.project,
    { ...stamp(act), to, role, reason: input.reason ?? (await defaultReason(name, act)) },
    to === 'active' ? caller.principal.name : undefined,
  );
  if (to === 'active') {
    await judgePairs(stores, lesson);
    await supersedeReplaced(act);
  }
};

/** A lesson that serves and was not followed is looked at and stays as it is; any other acceptance of it changes nothing. */
const acceptAgain = async (act: ReviewAct): Promise<void> => {
  const { lesson, caller, input, stores } = act;
  if ((await timesIgnored(stores, lesson.project, lesson.lesson_id)) === 0) return;
  const { role } = takeStep('edit', caller.principal, { state: lesson.state, author: lesson.provenance.author });
  const reason = input.reason ?? 'its wording was looked at and stays';
  await stores.lessons.move(lesson.project, { ...stamp(act), to: 'active', role, reason }, caller.principal.name);
};

const stamp = ({ lesson, caller, services }: ReviewAct): Omit<Transition, 'to' | 'role' | 'reason'> => ({
  lesson_id: lesson.lesson_id,
  version: lesson.version,
  from: lesson.state,
  actor: caller.principal.name,
  at: services.clock.now(),
});

const defaultReason = async (name: StepName, act: ReviewAct): Promise<string> => {
  const { lesson, caller } = act;
  if (name !== 'accept') return name;
  if (lesson.provenance.author === caller.principal.name) return 'accepted by its own author, alone on the store';
  if (!isOfOrganisation(lesson) || caller.principal.solo) return name;
  return `accepted for the organisation by ${[...new Set(await approversOf(act))].join(' and ')}`;
};

const revisedText = (before: Lesson, { text, without = [] }: ReviewInput): LessonText => {
  const kept = Object.entries(textOf(before)).filter(([part]) => !without.some((gone) => gone === part));
  return { ...(Object.fromEntries(kept) as unknown as LessonText), ...text };
};

const textOf = (lesson: Lesson): LessonText => ({
  when: lesson.when,
  rule: lesson.rule,
  ...(lesson.not_when === undefined ? {} : { not_when: lesson.not_when }),
  ...(lesson.why === undefined ? {} : { why: lesson.why }),
  examples: lesson.examples,
  citations: lesson.citations,
  scope: lesson.scope,
});
