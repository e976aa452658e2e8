import type { Time } from '../domain/ids.ts';
import type { Notice, NoticeKind, NoticeTry } from '../domain/notice.ts';

/**
 * What people are told where they are, and what came of it: appended facts. Writes are called inside `UnitOfWork.write`.
 * Not how it is sent: that is a `Messenger`'s.
 */
export interface NoticeStore {
  has(notice: Pick<Notice, 'project' | 'channel' | 'notice_key'>): Promise<boolean>;
  /** False when the same thing is known for this channel already. */
  add(notice: Notice): Promise<boolean>;
  /** When the newest of a kind was made; null: none ever. */
  newestAt(project: string, kind: NoticeKind): Promise<Time | null>;
  /** Not sent, not given up, and nobody is at it, oldest first; of those made after `since`. */
  due(
    project: string,
    at: Time,
    among: { since: Time; limit: number },
  ): Promise<{ notice: Notice; failures: number }[]>;
  /** What became of it. @returns false when it was claimed, sent or given up meanwhile by somebody else */
  note(notice: Notice, outcome: NoticeTry): Promise<boolean>;
  /** Of those made after `since`. */
  standing(
    project: string,
    since: Time,
  ): Promise<{ sent: number; waiting: number; givenUp: number; lastFailure: NoticeTry | null }>;
}
