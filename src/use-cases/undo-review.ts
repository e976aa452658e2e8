import { HoneError, notFound } from '../domain/error.ts';
import type { Id } from '../domain/ids.ts';
import { changedShare } from '../domain/learning/carry-over.ts';
import type { Lesson, LessonRecord, LessonText, Transition } from '../domain/lesson.ts';
import { UNDO_MARK } from '../domain/lesson-state.ts';
import { hasRole } from '../domain/principal.ts';
import type { IndexEntry } from '../domain/retrieval/index-entry.ts';
import type { Stores } from '../ports/unit-of-work.ts';
import { judgedLesson } from './organisation/judged-lesson.ts';
import { indexLesson } from './recall/index-lesson.ts';
import { mergedInto } from './review/merge-into.ts';
import { replacedBy } from './review/supersede-replaced.ts';
import type { Caller, Services } from './services.ts';
import { signed } from './signed.ts';

/** How long a person may take back a decision of their own, in hours. */
const UNDO_HOURS = 24;
const HOUR_MS = 3_600_000;

interface Undoing {
  readonly services: Services;
  readonly stores: Stores;
  readonly caller: Caller;
  readonly record: LessonRecord;
  /** The decision that is taken back. */
  readonly decision: Transition & { readonly from: NonNullable<Transition['from']> };
}

/**
 * Takes back a person's own latest decision on a lesson, by a step in the other direction: nothing is erased.
 *
 * @throws HoneError NOT_FOUND; FORBIDDEN when somebody else decided last; CONFLICT when there is nothing to take back;
 *   EXPIRED after a day.
 */
export const undoReview = async (
  services: Services,
  caller: Caller,
  input: { lesson_id: Id; project?: string },
): Promise<Lesson> => {
  const { project } = await judgedLesson(services.stores, caller, input);
  const before = await services.stores.lessons.record(project, input.lesson_id);
  if (before === null) throw notFound('lesson');
  const text = textBefore(before);
  const index = text === null ? null : await indexLesson(services, text);
  return signed(services, caller, 'review undo').unitOfWork.write(async (stores) => {
    const record = await stores.lessons.record(project, input.lesson_id);
    if (record === null) throw notFound('lesson');
    const undoing = { services, stores, caller, record, decision: decisionToUndo(services, caller, record) };
    await takeBack(undoing, text === null || index === null ? null : { text, index });
    const after = await stores.lessons.find(project, input.lesson_id);
    if (after === null) throw notFound('lesson');
    return after;
  });
};

/** Whether the caller may take the lesson's latest step back now. */
export const mayUndo = (services: Services, caller: Caller, record: Pick<LessonRecord, 'transitions'>): boolean => {
  try {
    decisionToUndo(services, caller, record);
    return true;
  } catch {
    return false;
  }
};

const decisionToUndo = (
  { clock }: Services,
  { principal }: Caller,
  { transitions }: Pick<LessonRecord, 'transitions'>,
): Undoing['decision'] => {
  const last = transitions.at(-1);
  if (last === undefined || last.from === null || last.role === 'policy' || last.reason.startsWith(UNDO_MARK)) {
    throw new HoneError('CONFLICT', 'There is no decision to take back.', 'Decide anew instead.');
  }
  if (principal.kind !== 'person' || last.actor !== principal.name || !hasRole(principal, last.role)) {
    throw new HoneError('FORBIDDEN', 'Only the person who decided last may take it back.', 'Decide anew instead.');
  }
  if (Date.parse(clock.now()) - Date.parse(last.at) > UNDO_HOURS * HOUR_MS) {
    throw new HoneError('EXPIRED', 'A decision can be taken back for a day.', 'Decide anew instead.');
  }
  return { ...last, from: last.from };
};

/** What the lesson said before its latest step, when that step changed it. */
const textBefore = ({ lesson, versions, transitions }: LessonRecord): LessonText | null => {
  const judged = transitions.at(-1)?.version ?? lesson.version;
  const old = judged < lesson.version ? versions.find((one) => one.version === judged) : undefined;
  if (old === undefined) return null;
  const { version: _, by: __, at: ___, ...text } = old;
  return text;
};

const takeBack = async (undoing: Undoing, revision: { text: LessonText; index: IndexEntry } | null): Promise<void> => {
  const { stores, record, decision, caller } = undoing;
  const { lesson } = record;
  const at = undoing.services.clock.now();
  const { from, to, role, reason } = decision;
  const step = { lesson_id: lesson.lesson_id, version: lesson.version, from: to, to: from, role, at };
  const approval = from === 'active' ? undefined : null;
  await stores.lessons.move(
    lesson.project,
    { ...step, actor: caller.principal.name, reason: `${UNDO_MARK}${reason}` },
    approval,
  );
  if (revision !== null) {
    const next: Lesson = { ...lesson, ...revision.text, version: lesson.version + 1, updated_at: at };
    const restored = withoutAbsent(next, revision.text);
    await stores.lessons.revise(restored, revision.index, caller.principal.name, changedShare(lesson, restored));
  }
  await undoMerge(undoing);
  if (to === 'active') await bringBackReplaced(undoing);
};

/** Parts that the old text does not have must not stay from the new one. */
const withoutAbsent = (lesson: Lesson, { not_when, why }: LessonText): Lesson => {
  const { not_when: _, why: __, ...rest } = lesson;
  return { ...rest, ...(not_when === undefined ? {} : { not_when }), ...(why === undefined ? {} : { why }) };
};

/** Evidence, triggers and votes that were carried over stay where they are: facts are never taken away. */
const undoMerge = async ({ stores, record: { lesson }, decision }: Undoing): Promise<void> => {
  const into = mergedInto(decision);
  if (into === null) return;
  await stores.lessons.unlink(lesson.project, into, { lesson_id: lesson.lesson_id, relation: 'supersedes' });
};

/** Lessons that left with the acceptance come back with its end. */
const bringBackReplaced = async ({ stores, services, caller, record }: Undoing): Promise<void> => {
  const { lesson, links } = record;
  for (const { lesson_id } of links.filter((link) => link.relation === 'supersedes')) {
    const other = await stores.lessons.record(lesson.project, lesson_id);
    const last = other?.transitions.at(-1);
    if (other === null || last === undefined || last.from === null) continue;
    if (last.to !== 'superseded' || last.reason !== replacedBy(lesson.lesson_id)) continue;
    await stores.lessons.move(lesson.project, {
      lesson_id,
      version: other.lesson.version,
      from: 'superseded',
      to: last.from,
      actor: caller.principal.name,
      role: last.role,
      reason: `${UNDO_MARK}${last.reason}`,
      at: services.clock.now(),
    });
  }
};
