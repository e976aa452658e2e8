import type { Id, Time } from './ids.ts';
import type { Role } from './principal.ts';

/** In whose name a write is done. */
export interface Signature {
  readonly actor: string;
  readonly role: Role | 'reader' | 'policy';
  /** The token that was presented; absent: the user of the machine. */
  readonly credential?: Id;
  /** What was asked, e.g. `propose_lesson` or `hone review accept`. */
  readonly verb: string;
  /** Where it is written down when it touched no project's rows. */
  readonly project: string;
  /** It was refused: the event says who tried. */
  readonly denied?: true;
  /** It has an event even when it changed no row. */
  readonly noted?: true;
}

/** What Hone does by itself. */
export const UNSIGNED: Signature = { actor: 'hone', role: 'policy', verb: 'maintenance', project: '' };

/** One row after a write: the table, the rest of its key after the project, and the hash of its values; null: it is gone. */
export type RowChange = readonly [table: string, key: readonly (string | number)[], hash: string | null];

/** One link of the chain of a project; `''` is the chain of the store itself. */
export interface AuditEvent extends Omit<Signature, 'denied' | 'noted'> {
  /** From 1, without a gap. It orders events; `at` is only what the clock said. */
  readonly seq: number;
  readonly at: Time;
  readonly denied: boolean;
  readonly changes: readonly RowChange[];
  /** Over all of the above and the hash before it, with a key that is not in the store. */
  readonly hash: string;
}

/** The newest link of a chain. Kept elsewhere it proves that nothing was cut off or rewritten since. */
export interface AuditHead {
  readonly project: string;
  readonly seq: number;
  readonly hash: string;
}

/** Something that does not fit. */
export interface AuditFinding {
  readonly project: string;
  /** The first event that does not fit; absent: it is about rows. */
  readonly seq?: number;
  readonly what: string;
}

export interface AuditReport {
  readonly ok: boolean;
  readonly events: number;
  readonly rows: number;
  readonly heads: readonly AuditHead[];
  /** At most 100. */
  readonly findings: readonly AuditFinding[];
}

/** The ids of lessons whose row or words a write changed. */
export const lessonsIn = (changes: readonly RowChange[]): Id[] => [
  ...new Set(changes.filter(([table]) => table.startsWith('lesson')).map(([, [id]]) => String(id))),
];
