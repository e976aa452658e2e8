import type { Signature } from '../domain/audit.ts';
import type { AnswerStore } from './answer-store.ts';
import type { Directory } from './directory.ts';
import type { EventCounts } from './event-counts.ts';
import type { EventRecord } from './event-record.ts';
import type { GuardNotes } from './guard-notes.ts';
import type { HeardTurns } from './heard-turns.ts';
import type { LessonPurge } from './lesson-purge.ts';
import type { LessonSearch } from './lesson-search.ts';
import type { LessonStore } from './lesson-store.ts';
import type { LoopStore } from './loop-store.ts';
import type { NoticeStore } from './notice-store.ts';
import type { OrganisationStore } from './organisation-store.ts';
import type { OverrideStore } from './override-store.ts';
import type { RunStore } from './run-store.ts';
import type { TakenBackFacts } from './taken-back.ts';
import type { TextScans } from './text-scans.ts';
import type { TrialStore } from './trial-store.ts';
import type { WorkflowStore } from './workflow-store.ts';

/** All that one transaction can touch. Reads inside it see its own writes. */
export interface Stores {
  readonly lessons: LessonStore;
  readonly guardNotes: GuardNotes;
  readonly search: LessonSearch;
  readonly runs: RunStore;
  readonly heard: HeardTurns;
  readonly loops: LoopStore;
  readonly workflows: WorkflowStore;
  readonly events: EventRecord;
  readonly counts: EventCounts;
  readonly answers: AnswerStore;
  readonly trials: TrialStore;
  readonly directory: Directory;
  readonly organisation: OrganisationStore;
  readonly notices: NoticeStore;
  readonly overrides: OverrideStore;
  readonly takenBack: TakenBackFacts;
  readonly purge: LessonPurge;
  readonly scans: TextScans;
}

/**
 * One write, whole or not at all, and on disk when the promise resolves.
 *
 * Inside `work` only the given stores may be awaited: the store is locked for other writers meanwhile.
 * Every row that `work` writes is noted in an audit event of the same transaction, under the signature; without one, Hone
 * did it by itself. A busy store is waited for (up to 10 s) without blocking the event loop.
 *
 * @throws HoneError BUSY when other writers kept the store all that time (repeat with the same idempotency key);
 *   STORE_UNAVAILABLE when the disk is full, or the file is damaged or gone. Whatever `work` throws undoes all of it.
 */
export interface UnitOfWork {
  write<T>(work: (stores: Stores) => Promise<T>, signature?: Signature): Promise<T>;
  /** Writes the store afresh, so that nothing of what was taken away remains on the disk. Waits its turn like a write. */
  compact(): Promise<void>;
}
