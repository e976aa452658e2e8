import type { CutReason } from '../../../domain/recall.ts';

/** Why a lesson that was found is not shown. */
export const CUT_WORDS: Readonly<Record<CutReason, string>> = {
  threshold: 'too weak a match',
  limit: 'others fit better',
  budget: 'over the token budget',
  cap: 'one of its kind is shown already',
  holdout: 'the task is in the holdout',
  shown: 'shown to this run before',
  guard: 'held by a guard',
  switched_off: 'an operator switched delivery off',
  frozen: 'not among the lessons of the running trial',
};
