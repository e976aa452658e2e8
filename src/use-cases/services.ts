import type { Principal } from '../domain/principal.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { Credentials } from '../ports/credentials.ts';
import type { Crowd } from '../ports/crowd.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { Guard } from '../ports/guard.ts';
import type { Ids } from '../ports/ids.ts';
import type { KeyedHash } from '../ports/keyed-hash.ts';
import type { LastGoodLessons } from '../ports/last-good-lessons.ts';
import type { MarkdownReader } from '../ports/markdown-reader.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { RateLimits } from '../ports/rate-limits.ts';
import type { SourceTree } from '../ports/source-tree.ts';
import type { StoreBackup } from '../ports/store-backup.ts';
import type { StoreInspection } from '../ports/store-inspection.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.ts';

/** The bag of ports that every use-case gets. `stores` reads; writes go through `unitOfWork`. */
export interface Services {
  readonly stores: Stores;
  readonly unitOfWork: UnitOfWork;
  readonly inspection: StoreInspection;
  readonly audit: AuditLog;
  readonly backup: StoreBackup;
  readonly credentials: Credentials;
  readonly limits: RateLimits;
  readonly crowd: Crowd;
  readonly embedder: Embedder;
  readonly guard: Guard;
  readonly clock: Clock;
  readonly ids: Ids;
  /** What arms are drawn with. */
  readonly keyedHash: KeyedHash;
  readonly markdown: MarkdownReader;
  /** The repository from which Hone was called, when it was. */
  readonly sourceTree: SourceTree;
  readonly lastGood: LastGoodLessons;
  readonly telemetry: Telemetry;
  /** Where people are told of what waits for them; empty: nowhere. */
  readonly messengers: readonly Messenger[];
  readonly settings: Settings;
}

export interface Settings {
  /** Longest that a read may take in all, in milliseconds; what is not done by then is done after the answer. */
  readonly readMs: number;
  /** From which age on people are told that a lesson waits for review, in milliseconds. */
  readonly reviewAfterMs: number;
  /** Minutes after midnight UTC at which people are told of the day before; null: never. */
  readonly digestAtMinute: number | null;
}

/** Who asks, and from where. */
export interface Caller {
  readonly principal: Principal;
  /** Project of the connection, used where an input names none. */
  readonly project: string;
  /** Projects whose ids this caller may name without naming the project: the connection's own, and those it named before. */
  readonly known: ReadonlySet<string>;
  /** What the door took out of the texts of this call: hidden characters, by field. */
  readonly removed?: readonly { readonly field: string; readonly count: number }[];
}
