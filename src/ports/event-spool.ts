import type { Captured } from '../domain/capture/captured.ts';

/** Lines taken out of the spool; they stay on disk until `done`. */
export interface SpoolBatch {
  readonly events: readonly Captured[];
  /** Lines that could not be read: another version's, or cut off by a full disk. */
  readonly unreadable: number;
  done(): Promise<void>;
}

/**
 * Where hooks put what happened before anything else is tried, so that a locked or absent store loses nothing. Files of this
 * user only. An event may come out twice (a process that dies between keeping and `done`): whoever keeps it goes by its id.
 */
export interface EventSpool {
  /** On disk, as far as the system says so, when it returns. */
  append(event: Captured): void;
  /** All that waits, oldest first. */
  claim(): Promise<readonly SpoolBatch[]>;
  /** True when something waits. Cheap. */
  waits(): boolean;
}
