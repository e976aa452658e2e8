import { notFound } from '../domain/error.ts';
import type { Finding } from '../domain/guard/finding.ts';
import type { Id } from '../domain/ids.ts';
import type { Citation, Evidence, Lesson, LessonLink, LessonScope, LessonText, Relation } from '../domain/lesson.ts';
import { lessonAdvice } from '../domain/lesson-quality.ts';
import type { LessonState } from '../domain/lesson-state.ts';
import type { IndexEntry } from '../domain/retrieval/index-entry.ts';
import type { Stores } from '../ports/unit-of-work.ts';
import { hashCited } from './citations/cited-lines.ts';
import { checkCitations } from './guard/check-citations.ts';
import { isFitToServe } from './guard/fit-to-serve.ts';
import { heldReason, inspectLesson, isHeld } from './guard/inspect-lesson.ts';
import { keepFindings } from './guard/keep-findings.ts';
import { WITHHELD } from './guard/readable-by-agents.ts';
import { refuseSecrets } from './guard/screen-input.ts';
import { locateRun } from './locate.ts';
import { once } from './once.ts';
import { lessonFor } from './organisation/organisation-lesson.ts';
import { confirmLesson } from './proposal/confirm-lesson.ts';
import { proposedLesson } from './proposal/proposed-lesson.ts';
import { findRelated, linksTo, type RelatedLesson } from './recall/find-related.ts';
import { indexLesson } from './recall/index-lesson.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

export interface ProposeLessonInput {
  readonly when: string;
  readonly rule: string;
  readonly not_when?: string | undefined;
  readonly why?: string | undefined;
  readonly examples?: readonly string[] | undefined;
  readonly project?: string | undefined;
  readonly run_id?: Id | undefined;
  readonly evidence?: readonly Evidence[] | undefined;
  readonly citations?: readonly Citation[] | undefined;
  readonly scope?: LessonScope | undefined;
  readonly same_as?: Id | undefined;
  readonly differs_from?: { lesson_id: Id; how: string } | undefined;
  readonly supersedes?: Id | undefined;
  readonly idempotency_key?: string | undefined;
}

export interface ProposeLessonResult {
  readonly status: 'created' | 'confirmed' | 'needs_decision' | 'quarantined';
  readonly lesson_id: Id | null;
  readonly state: LessonState | null;
  readonly related: readonly { lesson_id: Id; when: string; rule: string; relation: Relation; similarity: number }[];
  readonly next_step: string;
}

interface Prepared {
  /** What the guards say of it. */
  readonly findings: readonly Finding[];
  readonly text: LessonText;
  readonly index: IndexEntry;
  readonly related: readonly RelatedLesson[];
  /** Those of them whose words the caller may not read. */
  readonly closed: ReadonlySet<Id>;
}

export interface ProposalAct {
  readonly services: Services;
  readonly stores: Stores;
  readonly caller: Caller;
  readonly project: string;
  readonly input: ProposeLessonInput;
}

/** Puts a lesson into review, confirms one that says the same, or asks which of the two it is. Nothing is dropped in silence. */
export const proposeLesson = async (
  services: Services,
  caller: Caller,
  given: ProposeLessonInput,
): Promise<ProposeLessonResult> => {
  checkCitations(given.citations);
  const input = await refuseSecrets(services, given);
  const run = input.run_id === undefined ? null : await locateRun(services, caller, input.run_id, input.project);
  const project = run?.project ?? resolveProject(caller, input.project);
  for (const id of [input.same_as, input.differs_from?.lesson_id]) {
    if (id !== undefined && (await lessonFor(services.stores, project, id)) === null) throw notFound('lesson');
  }
  // What holds in every project is not replaced from one of them.
  const replaced = input.supersedes;
  if (replaced !== undefined && (await services.stores.lessons.find(project, replaced)) === null) {
    throw notFound('lesson of this project');
  }
  return once(services, caller, {
    project,
    verb: 'propose_lesson',
    input,
    prepare: () => prepare(services, caller, project, input),
    commit: (stores, prepared) => commit({ services, stores, caller, project, input }, prepared),
  });
};

const prepare = async (
  services: Services,
  caller: Caller,
  project: string,
  input: ProposeLessonInput,
): Promise<Prepared> => {
  const text: LessonText = {
    when: input.when,
    rule: input.rule,
    ...(input.not_when === undefined ? {} : { not_when: input.not_when }),
    ...(input.why === undefined ? {} : { why: input.why }),
    examples: [...new Set(input.examples ?? [])],
    citations: await hashCited(services.sourceTree, project, input.citations ?? []),
    scope: input.scope ?? {},
  };
  const said = [...(input.evidence ?? []), { kind: 'review' as const, text: input.differs_from?.how ?? '' }];
  const findings = await inspectLesson(services, caller, text, said);
  const index = await indexLesson(services, text);
  const related = await findRelated(services, project, text, ['served', 'waiting']);
  return { text, index, findings, related, closed: await closedTo(services, caller, related) };
};

/** A lesson that a newer rule holds has its words withheld from agents, also where it is only a neighbour. */
const closedTo = async (
  services: Services,
  caller: Caller,
  related: readonly RelatedLesson[],
): Promise<ReadonlySet<Id>> => {
  if (caller.principal.kind === 'person') return new Set();
  const closed = new Set<Id>();
  for (const { lesson } of related) if (!(await isFitToServe(services, lesson))) closed.add(lesson.lesson_id);
  return closed;
};

const commit = async (act: ProposalAct, prepared: Prepared): Promise<ProposeLessonResult> => {
  const { input } = act;
  if (isHeld(prepared.findings)) return held(act, prepared);
  const same = input.same_as ?? exactTwin(prepared)?.lesson.lesson_id;
  if (same !== undefined) return confirmed(act, prepared, same);
  const settled = new Set([input.differs_from?.lesson_id, input.supersedes]);
  const open = prepared.related.filter((one) => one.relation === 'duplicate' && !settled.has(one.lesson.lesson_id));
  if (open.length > 0) {
    return {
      status: 'needs_decision',
      lesson_id: null,
      state: null,
      related: describe(prepared),
      next_step:
        'A lesson says almost this. Call again with same_as: its id to confirm it, or with differs_from: { lesson_id, how } to keep both. Nothing was stored yet.',
    };
  }
  const lesson = await create(act, prepared);
  return {
    status: 'created',
    lesson_id: lesson.lesson_id,
    state: lesson.state,
    related: describe(prepared),
    next_step: [
      'A person reviews it with `hone review`; it is not served before that.',
      ...lessonAdvice(prepared.text),
    ].join(' '),
  };
};

/** Kept apart from all other lessons, for a person to look at: its words neither confirm nor replace anything. */
const held = async (act: ProposalAct, prepared: Prepared): Promise<ProposeLessonResult> => {
  const lesson = await create(act, prepared);
  return {
    status: 'quarantined',
    lesson_id: lesson.lesson_id,
    state: lesson.state,
    related: [],
    next_step: `Not served: ${heldReason(prepared.findings)}. A person decides with \`hone review\`. Say only what is right, and propose that.`,
  };
};

const confirmed = async (act: ProposalAct, prepared: Prepared, lessonId: Id): Promise<ProposeLessonResult> => {
  const lesson = await confirmLesson(act, lessonId, prepared.text);
  return {
    status: 'confirmed',
    lesson_id: lesson.lesson_id,
    state: lesson.state,
    related: describe(prepared),
    next_step: 'The existing lesson keeps its words and gained your evidence and examples.',
  };
};

const create = async (act: ProposalAct, prepared: Prepared): Promise<Lesson> => {
  const { lesson, transition, evidence } = proposedLesson(act, prepared.text, prepared.findings);
  const links: LessonLink[] = linksTo(prepared.related);
  if (act.input.supersedes !== undefined) {
    links.push({ lesson_id: act.input.supersedes, relation: 'supersedes', similarity: 1 });
  }
  await act.stores.lessons.add({ lesson, index: prepared.index, transition, evidence, links });
  await keepFindings(act.stores, lesson, prepared.findings);
  return lesson;
};

const exactTwin = (prepared: Prepared): RelatedLesson | undefined =>
  prepared.related.find(
    ({ lesson, relation }) =>
      relation === 'duplicate' && lesson.when === prepared.text.when && lesson.rule === prepared.text.rule,
  );

const describe = ({ related, closed }: Prepared): ProposeLessonResult['related'] =>
  related.map(({ lesson, relation, similarity }) => ({
    lesson_id: lesson.lesson_id,
    when: closed.has(lesson.lesson_id) ? WITHHELD : lesson.when,
    rule: closed.has(lesson.lesson_id) ? WITHHELD : lesson.rule,
    relation,
    similarity,
  }));
