import type { Id, Time } from '../../domain/ids.ts';
import type { Recall, RecallRecord } from '../../domain/recall.ts';
import type { RecallAnswer } from './perform-recall.ts';

export const toRecall = (result: RecallAnswer, recallId: Id): Recall => ({
  recall_id: recallId,
  decision: result.decision,
  reason: result.reason,
  lessons: result.lessons,
  path: result.path,
  tokens: result.tokens,
  next_step: result.nextStep,
});

interface RecordedFacts {
  readonly project: string;
  readonly recallId: Id;
  readonly runId?: Id;
  readonly query: string;
  readonly at: Time;
  /** Fingerprints of the question and of its error, where it was asked by itself. */
  readonly asked?: string;
  readonly errorPrint?: string | null;
}

/** What is kept of a recall: the ten best with why each was or was not shown. */
export const toRecord = (result: RecallAnswer, facts: RecordedFacts): RecallRecord => ({
  project: facts.project,
  recall_id: facts.recallId,
  ...(facts.runId === undefined ? {} : { run_id: facts.runId }),
  query: facts.query,
  decision: result.decision,
  path: result.path,
  ...(result.fallback === undefined ? {} : { fallback: result.fallback }),
  reason: result.reason,
  tokens: result.tokens,
  at: facts.at,
  ...(facts.asked === undefined ? {} : { asked: facts.asked }),
  ...(facts.errorPrint == null ? {} : { error_print: facts.errorPrint }),
  candidates: result.candidates,
});
