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

/** What is kept of a recall: the ten best with why each was or was not shown. */
export const toRecord = (
  result: RecallAnswer,
  facts: { project: string; recallId: Id; runId?: Id; query: string; at: Time },
): RecallRecord => ({
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
  candidates: result.candidates,
});
