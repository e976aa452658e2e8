import type { Finding } from '../domain/guard/finding.ts';
import type { Id, Time } from '../domain/ids.ts';
import type { Correction, RepeatReason } from '../domain/intervention.ts';
import type { Citation, Lesson, LessonText } from '../domain/lesson.ts';
import { isServed, type LessonState } from '../domain/lesson-state.ts';
import { isOfOrganisation } from '../domain/organisation.ts';
import type { IndexEntry, TriggerEntry } from '../domain/retrieval/index-entry.ts';
import type { Run } from '../domain/run.ts';
import type { Stores } from '../ports/unit-of-work.ts';
import { hashCited } from './citations/cited-lines.ts';
import { countContradiction } from './correction/count-contradiction.ts';
import { draftLesson } from './correction/draft-lesson.ts';
import { correctedLesson, servedAtOnce } from './correction/novel-lesson.ts';
import { repeatReason } from './correction/repeat-reason.ts';
import { checkCitations } from './guard/check-citations.ts';
import { heldReason, inspectLesson, isHeld } from './guard/inspect-lesson.ts';
import { keepFindings } from './guard/keep-findings.ts';
import { refuseSecrets } from './guard/screen-input.ts';
import { locateRun } from './locate.ts';
import { once } from './once.ts';
import { lessonFor } from './organisation/organisation-lesson.ts';
import { linksTo, type RelatedLesson } from './recall/find-related.ts';
import { indexLesson, indexTrigger } from './recall/index-lesson.ts';
import { matchCorrection } from './recall/match-correction.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

export interface RecordCorrectionInput {
  readonly wrong: string;
  readonly right: string;
  readonly when?: string | undefined;
  readonly not_when?: string | undefined;
  readonly examples?: readonly string[] | undefined;
  readonly why?: string | undefined;
  readonly quote?: string | undefined;
  readonly run_id?: Id | undefined;
  readonly project?: string | undefined;
  readonly task?: string | undefined;
  readonly paths?: readonly string[] | undefined;
  readonly citations?: readonly Citation[] | undefined;
  readonly kind?: Correction['kind'] | undefined;
  readonly idempotency_key?: string | undefined;
}

export interface RecordCorrectionResult {
  readonly correction_id: Id;
  readonly match: 'repeat' | 'novel';
  readonly repeat?: { readonly lesson_id: Id; readonly why: RepeatReason };
  readonly lesson?: { readonly lesson_id: Id; readonly state: LessonState; readonly served_now: boolean };
  readonly next_step: string;
}

interface Prepared {
  /** What the guards say of it. */
  readonly findings: readonly Finding[];
  readonly draft: LessonText;
  readonly index: IndexEntry;
  /** The existing lesson that this correction repeats. */
  readonly repeated: Lesson | null;
  /** What the store holds that is near it, for its reviewer. */
  readonly related: readonly RelatedLesson[];
  /** The task for which it matters, when known. */
  readonly trigger: { text: string; index: TriggerEntry } | null;
}

/**
 * Keeps what a human said was wrong and what is right. It either repeats a lesson that existed when the run started,
 * and then says why that lesson did not prevent it, or becomes a new lesson.
 */
export const recordCorrection = async (
  services: Services,
  caller: Caller,
  given: RecordCorrectionInput,
): Promise<RecordCorrectionResult> => {
  checkCitations(given.citations);
  const input = await refuseSecrets(services, given);
  const run = input.run_id === undefined ? null : await locateRun(services, caller, input.run_id, input.project);
  const project = run?.project ?? resolveProject(caller, input.project);
  return once(services, caller, {
    project,
    verb: 'record_correction',
    input,
    prepare: () => prepare(services, caller, project, run, input),
    commit: (stores, prepared) => commit({ services, stores, caller, project, run, input }, prepared),
  });
};

const prepare = async (
  services: Services,
  caller: Caller,
  project: string,
  run: Run | null,
  input: RecordCorrectionInput,
): Promise<Prepared> => {
  const citations = await hashCited(services.sourceTree, project, input.citations ?? []);
  const draft = draftLesson({ ...input, citations }, run);
  const task = run?.text ?? input.task;
  const before = run?.started_at ?? services.clock.now();
  // What was wrong is told as what must not be.
  const wrong = `never ${input.wrong}`;
  const read = input.when === undefined && task === undefined ? { ...draft, when: wrong } : draft;
  const findings = await inspectLesson(services, caller, read, [
    { kind: 'correction', text: wrong },
    { kind: 'correction', text: input.quote ?? '' },
    { kind: 'correction', text: input.right.slice(draft.rule.length) },
    { kind: 'correction', text: (input.paths ?? []).join('\n') },
  ]);
  const index = await indexLesson(services, draft);
  const match = await matchCorrection(services, project, draft, before);
  // What a guard holds says nothing of an existing lesson, and adds nothing to it.
  const repeated = isHeld(findings) ? null : match.repeated;
  const trigger =
    task === undefined || repeated === null || isHeld(await services.guard.inspect([{ field: 'task', text: task }]))
      ? null
      : { text: task, index: await indexTrigger(services, task) };
  return { draft, index, findings, repeated, related: match.related, trigger };
};

export interface CorrectionAct {
  readonly services: Services;
  readonly stores: Stores;
  readonly caller: Caller;
  readonly project: string;
  readonly run: Run | null;
  readonly input: RecordCorrectionInput;
}

const commit = async (act: CorrectionAct, prepared: Prepared): Promise<RecordCorrectionResult> => {
  const at = act.services.clock.now();
  const repeated =
    prepared.repeated === null ? null : await lessonFor(act.stores, act.project, prepared.repeated.lesson_id);
  return repeated === null ? commitNovel(act, prepared, at) : commitRepeat(act, prepared, repeated, at);
};

const commitRepeat = async (
  act: CorrectionAct,
  prepared: Prepared,
  lesson: Lesson,
  at: Time,
): Promise<RecordCorrectionResult> => {
  const why = await repeatReason(act.stores, lesson, act.run);
  // What one project says of a lesson of the organisation is not told to all others.
  const own = !isOfOrganisation(lesson);
  const learns = own && (why === 'missed' || why === 'withheld');
  if (learns && prepared.trigger !== null) {
    const trigger = { text: prepared.trigger.text, at, source: 'correction', version: lesson.version } as const;
    await act.stores.lessons.addTrigger(act.project, lesson.lesson_id, trigger, prepared.trigger.index);
  }
  if (own) await act.stores.lessons.addEvidence(act.project, lesson.lesson_id, evidenceOf(act, at));
  const correctionId = await keep(act, at, { match: 'repeat', lesson_id: lesson.lesson_id, repeat_why: why });
  return {
    correction_id: correctionId,
    match: 'repeat',
    repeat: { lesson_id: lesson.lesson_id, why },
    next_step: own ? REPEAT_STEPS[why] : SHARED_STEP,
  };
};

const REPEAT_STEPS: Record<RepeatReason, string> = {
  missed:
    'The lesson existed and was not found for this task; the task is now one of its triggers. Follow the lesson (get_lesson shows it).',
  withheld:
    'The lesson was found for this task and held back; the task is now one of its triggers. Follow the lesson (get_lesson shows it).',
  ignored: 'The lesson was shown to this run and not followed. Follow it now; a reviewer will look at its wording.',
  unreviewed: 'A lesson that says this waits for review. Ask a reviewer to run `hone review`.',
};

const SHARED_STEP =
  'A lesson of the whole organisation says this already. Follow it (get_lesson shows it); `hone lessons hide` takes it out of this project.';

const commitNovel = async (act: CorrectionAct, prepared: Prepared, at: Time): Promise<RecordCorrectionResult> => {
  const { lesson, transition } = correctedLesson(act.services, act.caller, prepared.draft, {
    findings: prepared.findings,
    project: act.project,
    run: act.run,
    at,
  });
  await act.stores.lessons.add({
    lesson,
    index: prepared.index,
    transition,
    evidence: [evidenceOf(act, at)],
    links: linksTo(prepared.related),
  });
  await keepFindings(act.stores, lesson, prepared.findings);
  const correctionId = await keep(act, at, { match: 'novel', lesson_id: lesson.lesson_id });
  await countContradiction(act, lesson.lesson_id, at);
  return {
    correction_id: correctionId,
    match: 'novel',
    lesson: { lesson_id: lesson.lesson_id, state: lesson.state, served_now: isServed(lesson.state) },
    next_step: isHeld(prepared.findings)
      ? `Not served: ${heldReason(prepared.findings)}. A person decides with \`hone review\`.`
      : servedAtOnce(act.caller)
        ? 'The lesson serves at once, marked provisional. `hone review` makes it active.'
        : 'The lesson waits for a person: `hone review`. It is not served before that.',
  };
};

const evidenceOf = (act: CorrectionAct, at: Time) => ({
  kind: 'correction' as const,
  ...(act.run === null ? {} : { ref: act.run.run_id }),
  text: [`Wrong: ${act.input.wrong}`, act.input.quote === undefined ? '' : `Quote: ${act.input.quote}`]
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, 2_000),
  by: act.caller.principal.name,
  at,
});

const keep = async (
  act: CorrectionAct,
  at: Time,
  match: Pick<Correction, 'match' | 'lesson_id' | 'repeat_why'>,
): Promise<Id> => {
  const { input, run, project } = act;
  const correctionId = act.services.ids.next('correction');
  const by = act.caller.principal.name;
  const kind = input.kind ?? 'correction';
  await act.stores.runs.addCorrection({
    project,
    correction_id: correctionId,
    ...(run === null ? {} : { run_id: run.run_id }),
    wrong: input.wrong,
    right: input.right,
    ...(input.why === undefined ? {} : { why: input.why }),
    ...(input.quote === undefined ? {} : { quote: input.quote }),
    kind,
    ...match,
    by,
    at,
  });
  if (run !== null) {
    await act.stores.runs.addIntervention({
      project,
      run_id: run.run_id,
      kind,
      planned: false,
      correction_id: correctionId,
      by,
      at,
    });
  }
  return correctionId;
};
