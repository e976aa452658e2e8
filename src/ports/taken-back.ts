import type { Id } from '../domain/ids.ts';
import type { Given, TakenBack } from '../domain/taken-back.ts';

/**
 * Facts that count no more. Every read of votes, evidence, triggers and verdicts leaves them out; the rows stay, and so does
 * the audit. Writes are called inside `UnitOfWork.write`.
 */
export interface TakenBackFacts {
  /**
   * Takes one back; `key` is the rest of its key, as an audit event names it.
   *
   * @returns the lesson that it was given to; null when there is no such fact, or it was taken back before.
   */
  take(
    project: string,
    fact: Given,
    key: readonly (string | number)[],
    why: Pick<TakenBack, 'reason' | 'by' | 'at'>,
  ): Promise<Id | null>;
  /** Oldest first. */
  of(project: string, lessonId: Id): Promise<TakenBack[]>;
}
