import { notFound } from '../domain/error.ts';
import type { Estimate } from '../domain/estimate.ts';
import type { Id, Time } from '../domain/ids.ts';
import type { Lesson, LessonLink, LessonRecord, LessonText, Transition, Trigger } from '../domain/lesson.ts';
import { ORGANISATION } from '../domain/organisation.ts';
import { mayUseProject } from '../domain/principal.ts';
import type { Origin, Stance } from '../domain/stance.ts';
import { wilson } from '../domain/statistics/wilson.ts';
import type { VerdictRecord } from '../domain/verdict.ts';
import type { Stores } from '../ports/unit-of-work.ts';
import { checkCited } from './citations/cited-lines.ts';
import { isFitToServe } from './guard/fit-to-serve.ts';
import { readableRecord } from './guard/readable-record.ts';
import { locateLesson } from './locate.ts';
import type { Caller, Services } from './services.ts';

export interface GetLessonInput {
  readonly lesson_id: Id;
}

export interface GetLessonResult extends Omit<Lesson, 'created_at' | 'updated_at' | 'confirmed_at'> {
  readonly created_at: Time;
  readonly updated_at: Time;
  readonly confirmed_at: Time;
  readonly versions: readonly (LessonText & { version: number; by: string; at: Time })[];
  readonly evidence: LessonRecord['evidence'];
  readonly triggers: readonly Trigger[];
  readonly related: readonly LessonLink[];
  readonly exposures: { readonly total: number; readonly latest: readonly { run_id: Id; recall_id: Id; at: Time }[] };
  readonly verdicts: readonly Omit<VerdictRecord, 'project' | 'lesson_id'>[];
  /** Share of the judged exposures in which the lesson was helpful. */
  readonly effect: Estimate;
  readonly history: readonly Omit<Transition, 'lesson_id'>[];
  /** True: it holds in every project. Use and verdicts are those of the caller's project. */
  readonly organisation?: true;
  /** What the caller's project says of a lesson of the organisation, when anything. */
  readonly stance?: Stance;
  /** Of which lesson it was made, for those who may see that one. */
  readonly origin?: Origin;
}

const LATEST_EXPOSURES = 10;

/** What an agent reads in the place of a text that guards hold. */
const WITHHELD = {
  when: 'withheld',
  rule: 'withheld: a guard holds this text until a person has looked at it',
  not_when: 'withheld',
  why: 'withheld',
  examples: [],
  citations: [],
  scope: {},
} satisfies LessonText;

const mayBeRead = async (services: Services, lesson: Lesson): Promise<boolean> =>
  lesson.state !== 'quarantined' && (await isFitToServe(services, lesson));

/**
 * One lesson with its versions, evidence, use and history.
 *
 * @throws HoneError NOT_FOUND
 */
export const getLesson = async (
  services: Services,
  caller: Caller,
  input: GetLessonInput,
): Promise<GetLessonResult> => {
  const { project, lesson_id } = await locateLesson(services, caller, input.lesson_id);
  const record = await services.stores.lessons.record(project, lesson_id);
  if (record === null) throw notFound('lesson');
  const usedIn = project === ORGANISATION ? caller.project : project;
  const exposures = await services.stores.runs.exposuresOf(usedIn, lesson_id);
  const verdicts = await services.stores.runs.verdictsOfLesson(usedIn, lesson_id);
  const isPerson = caller.principal.kind === 'person';
  const open = isPerson || (await mayBeRead(services, record.lesson));
  const around = isPerson || !open ? record : await readableRecord(services, record);
  return {
    ...record.lesson,
    citations: (await checkCited(services.sourceTree, project, record.lesson.citations)) ?? record.lesson.citations,
    ...(open ? {} : WITHHELD),
    versions: open ? around.versions : [],
    evidence: open ? around.evidence : [],
    triggers: open ? around.triggers : [],
    related: record.links,
    exposures: { total: exposures.length, latest: exposures.slice(0, LATEST_EXPOSURES) },
    verdicts: verdicts.map(({ run_id, verdict, by, source, at }) => ({ run_id, verdict, by, source, at })),
    effect: wilson(verdicts.filter((one) => one.verdict === 'helpful').length, verdicts.length),
    ...(project === ORGANISATION ? await aroundShared(services.stores, caller, lesson_id) : {}),
    history: around.transitions.map(({ lesson_id: _, ...step }) => step),
  };
};

const aroundShared = async (
  { organisation }: Stores,
  { principal, project }: Caller,
  lessonId: Id,
): Promise<Pick<GetLessonResult, 'organisation' | 'stance' | 'origin'>> => {
  const stance = (await organisation.stancesOn(project, lessonId)).at(-1);
  const origin = await organisation.originOf(lessonId);
  return {
    organisation: true,
    ...(stance === undefined || stance.stance === 'lifted' ? {} : { stance }),
    ...(origin === null || !mayUseProject(principal, origin.from_project) ? {} : { origin }),
  };
};
