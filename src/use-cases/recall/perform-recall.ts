import { anyIs } from '../../domain/citation.ts';
import type { FallbackReason } from '../../domain/embedding-failure.ts';
import { HoneError } from '../../domain/error.ts';
import type { Id } from '../../domain/ids.ts';
import type { Lesson } from '../../domain/lesson.ts';
import { ORGANISATION } from '../../domain/organisation.ts';
import type { CutReason, RecallCandidate, RecallDecision, RecalledLesson, RecallPath } from '../../domain/recall.ts';
import { CERTAINTY, SELECTION } from '../../domain/retrieval/constants.ts';
import { type Choice, select } from '../../domain/retrieval/selection.ts';
import type { SeenCitations } from '../citations/note-checks.ts';
import { fitToServe } from '../guard/fit-to-serve.ts';
import { switchedOff } from '../override/switched-off.ts';
import type { Services } from '../services.ts';
import { adjust, type Ranked } from './adjust.ts';
import { analyse } from './analyse.ts';
import { findCandidates } from './candidates.ts';
import { abstentionReason, deliveryReason, NEXT_STEPS, switchedOffReason } from './reasons.ts';
import { scoreCandidates } from './score.ts';
import { toChoice, toRecalledLesson } from './shown-lesson.ts';

export interface RecallRequest {
  readonly project: string;
  readonly query: string;
  readonly aspects: readonly string[];
  readonly paths: readonly string[];
  readonly error?: string;
  readonly limit: number;
  /** Most tokens that the shown lessons may cost. */
  readonly tokenBudget: number;
  readonly detailed: boolean;
  /** Lessons not to show again. */
  readonly exclude?: ReadonlySet<Id>;
  /** The lessons that may be shown at all, where a trial froze them. */
  readonly only?: ReadonlySet<Id>;
}

export interface RecallAnswer {
  readonly decision: RecallDecision;
  readonly reason: string;
  readonly lessons: readonly RecalledLesson[];
  readonly path: RecallPath;
  /** Why it went by another way than the first. */
  readonly fallback?: FallbackReason;
  readonly tokens: number;
  readonly nextStep: string;
  /** The ten best, best first, with why each was not shown. */
  readonly candidates: readonly RecallCandidate[];
  /** Which of the ten cite what, seen from the caller's repository. */
  readonly seen: readonly SeenCitations[];
}

/** What was found, and what a task in the holdout gets of it: the critical lessons among those shown. */
export interface RecallResult extends RecallAnswer {
  readonly held: RecallAnswer;
}

/** Finds what the team learned about a task, or says that there is nothing and why. */
export const performRecall = (services: Services, request: RecallRequest): Promise<RecallResult> =>
  services.crowd.during((crowded) => search(services, request, crowded));

const search = async (services: Services, request: RecallRequest, crowded: boolean): Promise<RecallResult> => {
  const where = { places: [request.project, ORGANISATION], pool: 'served' } as const;
  const off = await switchedOff(services, services.stores);
  const analysis = await analyse(services, request, { off: off.has('dense'), crowded });
  await services.crowd.turn();
  const candidates = await findCandidates(services, where, analysis, request.paths);
  const scored = await scoreCandidates(services, where, analysis, candidates);
  const ranked = await adjust(services, request.project, scored);
  const calibration = await services.stores.lessons.calibration(request.project);
  const best = ranked[0]?.certainty ?? 0;
  const floor = Math.max(calibration?.threshold ?? CERTAINTY.threshold, CERTAINTY.followers * best);
  const remembered = ranked.slice(0, SELECTION.bestRemembered);
  const offered = remembered.filter(({ lesson }) => mayBeShown(request, lesson));
  const unfit = await unfitToServe(
    services,
    offered.filter((one) => one.certainty >= floor),
  );
  const choices = offered
    .filter((one) => !unfit.has(one.lesson.lesson_id))
    .map((one) => toChoice(one, one.certainty >= floor, request.detailed));
  const noDelivery = off.get('delivery');
  const { shown, cut } =
    noDelivery === undefined
      ? select(choices, request.limit, request.tokenBudget, await lessonsPerAuthor(services, request.project, choices))
      : { shown: [], cut: new Map(choices.map((choice) => [choice.id, 'switched_off' as const])) };
  // What is kept for the time when the store is away must not be delivered then.
  if (noDelivery !== undefined) forget(services, request.project);
  const reasonOf = (count: number): string =>
    count > 0 ? deliveryReason(analysis) : abstentionReason(analysis, ranked);
  const answer = (ids: readonly Id[]): RecallAnswer => {
    const lessons = ids.flatMap((id) => ranked.filter((one) => one.lesson.lesson_id === id));
    const decision = lessons.length > 0 ? 'deliver' : 'abstain';
    return {
      decision,
      reason: noDelivery === undefined ? reasonOf(lessons.length) : switchedOffReason(noDelivery),
      lessons: lessons.map((one) => toRecalledLesson(one, analysis, { calibration, detailed: request.detailed })),
      path: analysis.withoutVectors === null ? 'hybrid' : 'lexical',
      ...(analysis.withoutVectors === null ? {} : { fallback: analysis.withoutVectors.reason }),
      tokens: choices.filter((choice) => ids.includes(choice.id)).reduce((sum, choice) => sum + choice.tokens, 0),
      nextStep: NEXT_STEPS[decision],
      seen: remembered.flatMap(({ lesson, citations }) =>
        citations === null ? [] : [{ lesson_id: lesson.lesson_id, missing: anyIs(citations, 'missing') }],
      ),
      candidates: remembered.map((one, rank): RecallCandidate => {
        const id = one.lesson.lesson_id;
        const entry = { lesson_id: id, rank: rank + 1, score: one.certainty };
        if (ids.includes(id)) return entry;
        return {
          ...entry,
          cut: shown.includes(id)
            ? 'holdout'
            : (cut.get(id) ?? (unfit.has(id) ? 'guard' : notOffered(request, one.lesson))),
        };
      }),
    };
  };
  const critical = shown.filter((id) => ranked.some(({ lesson }) => lesson.lesson_id === id && lesson.critical));
  return { ...answer(shown), held: answer(off.has('holdout') ? shown : critical) };
};

const forget = ({ lastGood }: Services, project: string): void => {
  for (const { lesson_id } of lastGood.of(project)) lastGood.drop(project, lesson_id);
};

/** Most lessons of one author in an answer: a cap only where enough people have lessons, and asked only where it could bite. */
const lessonsPerAuthor = async (
  services: Services,
  project: string,
  choices: readonly Choice[],
): Promise<number | undefined> => {
  const sure = choices.filter((choice) => choice.sure);
  const most = Math.max(0, ...sure.map(({ author }) => sure.filter((one) => one.author === author).length));
  if (most <= SELECTION.perAuthor) return undefined;
  const people = await services.stores.lessons.activeAuthors(project, SELECTION.peopleForAuthorCap);
  return people >= SELECTION.peopleForAuthorCap ? SELECTION.perAuthor : undefined;
};

/** Those in whose text a guard finds by now what no person has cleared. */
const unfitToServe = async (services: Services, sure: readonly Ranked[]): Promise<ReadonlySet<Id>> => {
  const lessons = sure.map((one) => one.lesson);
  const fit = new Set((await fitToServe(services, lessons)).map((lesson) => lesson.lesson_id));
  return new Set(lessons.map((lesson) => lesson.lesson_id).filter((id) => !fit.has(id)));
};

/** A lesson marked critical is delivered although a trial froze the set before: safety is not tested. */
const mayBeShown = ({ exclude, only }: RecallRequest, { lesson_id, critical }: Lesson): boolean =>
  exclude?.has(lesson_id) !== true && (critical || only === undefined || only.has(lesson_id));

const notOffered = ({ exclude }: RecallRequest, { lesson_id }: Lesson): CutReason =>
  exclude?.has(lesson_id) === true ? 'shown' : 'frozen';

/** The answer when recall itself failed: empty, and it says so. The agent goes on. */
export const degradedRecall = (error: unknown): RecallResult => {
  const answer = degraded(error);
  return { ...answer, held: answer };
};

const degraded = (error: unknown): RecallAnswer => ({
  decision: 'degraded',
  reason: `Recall failed: ${error instanceof HoneError ? error.message : 'the store did not answer.'} This is no word on whether a lesson exists.`,
  lessons: [],
  path: 'none',
  fallback: 'error',
  tokens: 0,
  nextStep: NEXT_STEPS.degraded,
  candidates: [],
  seen: [],
});
