import type { Finding } from '../../domain/guard/finding.ts';
import { type CleanLesson, removedWords } from '../../domain/import/clean-parsed.ts';
import { piecesOf } from '../../domain/import/cut-text.ts';
import type { ParsedLesson } from '../../domain/import/parsed-lesson.ts';
import { type Evidence, LESSON_LIMITS, type Lesson, type LessonText } from '../../domain/lesson.ts';
import type { IndexEntry } from '../../domain/retrieval/index-entry.ts';
import type { Stores } from '../../ports/unit-of-work.ts';
import { firstSecret, heldReason, inspectLesson, isHeld, partsOf } from '../guard/inspect-lesson.ts';
import { keepFindings } from '../guard/keep-findings.ts';
import type { ImportAct, ImportedItem } from '../import-lessons.ts';
import { findRelated, type RelatedLesson } from '../recall/find-related.ts';
import { indexLesson } from '../recall/index-lesson.ts';
import { reviewLesson } from '../review-lesson.ts';
import { acceptance, importedLesson, textOfParsed } from './imported-lesson.ts';
import { type Comparable, comparable, repeatedOf } from './repeated-in-file.ts';

interface Prepared extends Comparable {
  /** What the guards say of it. */
  readonly findings: readonly Finding[];
  readonly item: ParsedLesson;
  readonly clean: CleanLesson;
  readonly related: readonly RelatedLesson[];
  /** An earlier lesson of this batch that says nearly the same. */
  readonly repeats: Prepared | null;
  /** Null in a dry run, and where a lesson is confirmed. */
  readonly index: IndexEntry | null;
}

/** Some lessons in one write. What takes time is done before the store is locked. */
export const importBatch = async (act: ImportAct, items: readonly CleanLesson[]): Promise<ImportedItem[]> => {
  const done: ImportedItem[] = [];
  const fresh: Prepared[] = [];
  const waiting: Lesson[] = [];
  for (const clean of items) {
    const { item } = clean;
    const refused = clean.unreadable ?? (await secretIn(act, item));
    if (refused !== null) {
      done.push(reportRefused(clean, refused));
      continue;
    }
    const twin = act.known.find(textOfParsed(item));
    if (twin !== undefined) {
      done.push(reportTwin(clean, twin));
      if (twin?.state === 'proposed') waiting.push(twin);
      continue;
    }
    const prepared = await prepare(act, clean, fresh);
    fresh.push(prepared);
    // Known from here on, so that the file's own repetitions are found; the lesson itself follows with the write.
    act.known.add(prepared.text, duplicateOf(prepared));
  }
  if (act.input.dryRun === true) done.push(...fresh.map((one) => report(one, duplicateOf(one))));
  else done.push(...(await write(act, fresh, await stillToAccept(act, waiting))));
  return done.sort((a, b) => a.line - b.line);
};

/**
 * Lessons that wait already and are accepted with the file. One that somebody here wrote or changed, or in which guards find
 * something, is accepted as by any reviewer: by nobody's own word, and by two people where it takes two.
 *
 * @throws HoneError FORBIDDEN
 */
const stillToAccept = async (act: ImportAct, waiting: readonly Lesson[]): Promise<Lesson[]> => {
  const { services, caller, project, input } = act;
  if (input.acceptAs === undefined) return [];
  const ofFiles: Lesson[] = [];
  for (const lesson of waiting) {
    const { lesson_id, version, provenance } = lesson;
    const findings = await services.guard.inspect(partsOf(lesson));
    if (provenance.source === 'import' && version === 1 && !isHeld(findings)) ofFiles.push(lesson);
    else {
      const reason = `accepted at import by ${input.acceptAs}`;
      await reviewLesson(services, caller, { action: 'accept', lesson_id, project, version, reason });
    }
  }
  return ofFiles;
};

/** Why a lesson cannot be kept, when a secret is in it. */
const secretIn = async ({ services }: ImportAct, item: ParsedLesson): Promise<string | null> => {
  const kind = await firstSecret(services, [
    ...partsOf(textOfParsed(item), item.evidence),
    ...(item.title === undefined ? [] : [{ field: 'title', text: item.title }]),
  ]);
  return kind === null ? null : `SECRET_FOUND: it holds a secret (${kind}). Take it out, and revoke it if it is real.`;
};

/** Nothing of it is said again but its place. */
const reportRefused = (clean: CleanLesson, reason: string): ImportedItem => ({
  line: clean.item.line,
  status: 'refused',
  lesson_id: null,
  when: '',
  reason,
  ...hiddenIn(clean),
  similar: [],
});

const hiddenIn = ({ removed }: CleanLesson): { hidden?: number } =>
  removed.length === 0 ? {} : { hidden: removed.reduce((sum, { count }) => sum + count, 0) };

const joinReasons = (...reasons: readonly string[]): string => reasons.filter((one) => one !== '').join('; ');

const reportTwin = (clean: CleanLesson, twin: Lesson | null): ImportedItem => ({
  line: clean.item.line,
  status: 'confirmed',
  lesson_id: twin?.lesson_id ?? null,
  when: clean.item.when,
  reason: joinReasons(
    `The very same lesson is ${twin === null ? 'in this file' : `here, ${twin.state}`}.`,
    removedWords(clean),
  ),
  ...hiddenIn(clean),
  similar: [],
});

const prepare = async (
  { services, caller, project, input }: ImportAct,
  clean: CleanLesson,
  earlier: readonly Prepared[],
): Promise<Prepared> => {
  const { item, removed } = clean;
  const text = textOfParsed(item);
  const findings = await inspectLesson(services, { ...caller, removed }, text, item.evidence);
  const related = isHeld(findings) ? [] : await findRelated(services, project, text, ['served', 'waiting']);
  const needless = input.dryRun === true || related.some(isDuplicate);
  const index = needless ? null : await indexLesson(services, text);
  const compared = comparable(text, index);
  const created = earlier.filter((one) => one.repeats === null && duplicateOf(one) === null);
  const repeats = isHeld(findings) || related.some(isDuplicate) ? null : repeatedOf(created, compared);
  return { ...compared, item, clean, findings, related, index, repeats };
};

const isDuplicate = ({ relation }: RelatedLesson): boolean => relation === 'duplicate';

const duplicateOf = ({ related }: Prepared): Lesson | null => related.find(isDuplicate)?.lesson ?? null;

const write = async (
  act: ImportAct,
  fresh: readonly Prepared[],
  waiting: readonly Lesson[],
): Promise<ImportedItem[]> => {
  if (fresh.length + waiting.length === 0) return [];
  return act.services.unitOfWork.write(async (stores) => {
    await stores.directory.addProject(act.project, act.services.clock.now());
    const done: ImportedItem[] = [];
    const created = new Map<Prepared, Lesson>();
    for (const prepared of fresh) {
      const existing =
        duplicateOf(prepared) ?? (prepared.repeats === null ? null : created.get(prepared.repeats)) ?? null;
      const lesson = existing ?? (await create(act, stores, prepared));
      if (existing === null) created.set(prepared, lesson);
      else await confirm(act, stores, prepared, existing);
      act.known.add(prepared.text, lesson);
      done.push(report(prepared, lesson));
    }
    for (const { lesson_id: id } of waiting) {
      const lesson = await stores.lessons.find(act.project, id);
      if (lesson?.state === 'proposed') await accept(act, stores, lesson);
    }
    return done;
  });
};

const accept = async (
  { services, caller, project, input }: ImportAct,
  stores: Stores,
  lesson: Lesson,
): Promise<void> => {
  if (input.acceptAs === undefined) return;
  const step = acceptance(caller, lesson, input.acceptAs, services.clock.now());
  await stores.lessons.move(project, step, input.acceptAs);
};

const create = async (
  act: ImportAct,
  stores: Stores,
  { item, findings, related, index }: Prepared,
): Promise<Lesson> => {
  const { services, caller, project } = act;
  if (index === null) throw new Error('a lesson to be created was not indexed');
  const at = services.clock.now();
  const imported = importedLesson(services, caller, { item, findings, project, at });
  const { lesson } = imported;
  await stores.lessons.add({
    ...imported,
    index,
    links: related.map((one) => ({
      lesson_id: one.lesson.lesson_id,
      relation: one.relation,
      similarity: one.similarity,
    })),
  });
  await keepFindings(stores, lesson, findings);
  if (!isHeld(findings)) await accept(act, stores, lesson);
  return lesson;
};

/** What it says in other words becomes evidence, once. */
const confirm = async (act: ImportAct, stores: Stores, { item, text }: Prepared, lesson: Lesson): Promise<void> => {
  const { services, caller, project } = act;
  const stamp = { by: caller.principal.name, at: services.clock.now() };
  const record = await stores.lessons.record(project, lesson.lesson_id);
  const present = new Set(record?.evidence.map((one) => one.text));
  for (const one of [...inOtherWords(text), ...item.evidence]) {
    if (!present.has(one.text)) await stores.lessons.addEvidence(project, lesson.lesson_id, { ...one, ...stamp });
  }
};

const inOtherWords = (text: LessonText): Evidence[] => {
  const words = [
    `Imported in other words: ${text.when} → ${text.rule}`,
    ...(text.not_when === undefined ? [] : [`Not when: ${text.not_when}`]),
    ...(text.why === undefined ? [] : [`Why: ${text.why}`]),
    ...(text.examples.length === 0 ? [] : [`Examples: ${text.examples.join(' | ')}`]),
  ];
  return piecesOf(words.join('\n\n'), LESSON_LIMITS.evidence).map((piece) => ({ kind: 'review', text: piece }));
};

/** `lesson`: the one that it became or confirmed; null where a dry run made none. */
const report = (prepared: Prepared, lesson: Lesson | null): ImportedItem => {
  const { item, clean, findings, related, repeats } = prepared;
  const confirmed = repeats !== null || related.some(isDuplicate);
  const reason = isHeld(findings)
    ? heldReason(findings)
    : confirmed
      ? 'A lesson says almost this; it keeps its words.'
      : item.cuts.join('; ');
  const said = joinReasons(reason, removedWords(clean));
  return {
    line: item.line,
    status: isHeld(findings) ? 'quarantined' : confirmed ? 'confirmed' : 'created',
    lesson_id: lesson?.lesson_id ?? null,
    when: item.when,
    ...(said === '' ? {} : { reason: said }),
    ...hiddenIn(clean),
    similar: related.map((one) => ({
      lesson_id: one.lesson.lesson_id,
      relation: one.relation,
      similarity: one.similarity,
    })),
  };
};
