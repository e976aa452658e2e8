import type { SessionNote } from '../domain/capture/session-notes.ts';

/** What the hooks of one client session tell each other. Needs no store; lost notes cost a repetition, nothing else. */
export interface SessionMemory {
  notes(): readonly SessionNote[];
  note(entry: SessionNote): void;
  /** True for the first caller with this mark, of all processes: the same event may fire twice. */
  first(mark: string): boolean;
}
