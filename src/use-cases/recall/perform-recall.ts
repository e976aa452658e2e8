import { HoneError } from '../../domain/error.ts';
import type { Id } from '../../domain/ids.ts';
import type { RecallCandidate, RecallDecision, RecalledLesson, RecallPath } from '../../domain/recall.ts';
import { CERTAINTY, SELECTION } from '../../domain/retrieval/constants.ts';
import { select } from '../../domain/retrieval/selection.ts';
import type { Services } from '../services.ts';
import { adjust } from './adjust.ts';
import { analyse } from './analyse.ts';
import { findCandidates } from './candidates.ts';
import { abstentionReason, deliveryReason, NEXT_STEPS } from './reasons.ts';
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
  /** The run's arm gets nothing but critical lessons. */
  readonly withhold?: 'holdout';
}

export interface RecallResult {
  readonly decision: RecallDecision;
  readonly reason: string;
  readonly lessons: readonly RecalledLesson[];
  readonly path: RecallPath;
  readonly tokens: number;
  readonly nextStep: string;
  /** The ten best, best first, with why each was not shown. */
  readonly candidates: readonly RecallCandidate[];
}

/** Finds what the team learned about a task, or says that there is nothing and why. */
export const performRecall = async (services: Services, request: RecallRequest): Promise<RecallResult> => {
  const where = { project: request.project, pool: 'served' } as const;
  const analysis = await analyse(services, request);
  const candidates = await findCandidates(services, where, analysis, request.paths);
  const scored = await scoreCandidates(services, where, analysis, candidates);
  const ranked = await adjust(services, request.project, scored);
  const best = ranked[0]?.certainty ?? 0;
  const floor = Math.max(CERTAINTY.threshold, CERTAINTY.followers * best);
  const remembered = ranked.slice(0, SELECTION.bestRemembered);
  const offered = remembered.filter((one) => request.exclude?.has(one.lesson.lesson_id) !== true);
  const choices = offered.map((one) => toChoice(one, one.certainty >= floor, request.detailed));
  const held = request.withhold === 'holdout';
  const open = held
    ? choices.filter((choice) => offered.find((one) => one.lesson.lesson_id === choice.id)?.lesson.critical)
    : choices;
  const { shown, cut } = select(open, request.limit, request.tokenBudget);
  const lessons = shown.flatMap((id) => ranked.filter((one) => one.lesson.lesson_id === id));
  const path = analysis.withoutVectors === null ? 'hybrid' : 'lexical';
  return {
    decision: lessons.length > 0 ? 'deliver' : 'abstain',
    reason: lessons.length > 0 ? deliveryReason(analysis) : abstentionReason(analysis, ranked, held),
    lessons: lessons.map((one) => toRecalledLesson(one, analysis, request.detailed)),
    path,
    tokens: choices.filter((choice) => shown.includes(choice.id)).reduce((sum, choice) => sum + choice.tokens, 0),
    nextStep: NEXT_STEPS[lessons.length > 0 ? 'deliver' : 'abstain'],
    candidates: remembered.map((one, rank): RecallCandidate => {
      const id = one.lesson.lesson_id;
      const entry = { lesson_id: id, rank: rank + 1, score: one.certainty };
      if (shown.includes(id)) return entry;
      return { ...entry, cut: cut.get(id) ?? (held ? 'holdout' : 'shown') };
    }),
  };
};

/** The answer when recall itself failed: empty, and it says so. The agent goes on. */
export const degradedRecall = (error: unknown): RecallResult => ({
  decision: 'degraded',
  reason: `Recall failed: ${error instanceof HoneError ? error.message : 'the store did not answer.'} This is no word on whether a lesson exists.`,
  lessons: [],
  path: 'none',
  tokens: 0,
  nextStep: NEXT_STEPS.degraded,
  candidates: [],
});
