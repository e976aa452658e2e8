import type { AuditEvent, AuditHead, AuditReport } from '../domain/audit.ts';
import type { Time } from '../domain/ids.ts';

export interface AuditFilter {
  /** A token's id, or a name. */
  readonly by?: string;
  readonly from?: Time;
  readonly to?: Time;
  /** Newest so many. */
  readonly limit?: number;
}

/**
 * Who changed what, and whether anybody changed anything else. Events are appended by every write, in its own transaction
 * (`UnitOfWork`); here they are read. Not a history for people: that is a lesson's transitions.
 */
export interface AuditLog {
  /** Oldest first. `''`: the chain of the store itself (tokens, switches). */
  events(project: string, filter: AuditFilter): Promise<{ items: AuditEvent[]; total: number }>;
  heads(): Promise<AuditHead[]>;
  /**
   * Follows every chain from its start, then compares each row with what its last event said of it: finds changed,
   * missing and foreign events and rows. What was cut off at the end shows only against heads kept outside: the ones
   * given, and those that the store keeps beside its file.
   */
  verify(outside: readonly AuditHead[]): Promise<AuditReport>;
  /** When the whole was last found as it was signed, by whichever process; null: never. */
  verifiedAt(): Promise<Time | null>;
}
