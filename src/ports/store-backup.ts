import type { AuditHead } from '../domain/audit.ts';
import type { Id, Time } from '../domain/ids.ts';

export interface BackupFacts {
  readonly file: string;
  readonly bytes: number;
  /** What was read again from the copy: its events and rows fit. */
  readonly events: number;
  readonly rows: number;
  readonly heads: readonly AuditHead[];
  /** The key without which the copy cannot be verified; null when it was left out. */
  readonly key_file: string | null;
}

export interface RestoredFacts {
  /** Where the restored store lies now. */
  readonly store: string;
  readonly events: number;
  readonly rows: number;
  readonly lessons: number;
  /** Where the store lies that was there before; null: none was. */
  readonly replaced: string | null;
  /** Tokens that had ended since the backup was made, ended again. */
  readonly ended_again: readonly Id[];
}

/** Copies of a whole store. Not an export: that is for moving lessons between stores. */
export interface StoreBackup {
  /**
   * Copies the store, as it is at one moment, into a new file, and verifies the copy.
   *
   * @throws HoneError CONFLICT when the file exists; STORE_UNAVAILABLE when it cannot be written, or the copy does not verify.
   */
  make(file: string, options: { withKey: boolean }): Promise<BackupFacts>;
  /** Backups made of this store, oldest first, and whether each is still where it was. */
  list(): Promise<{ file: string; at: Time; found: boolean }[]>;
}
