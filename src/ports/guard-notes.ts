import type { Finding } from '../domain/guard/finding.ts';
import type { Id, Time } from '../domain/ids.ts';

/** A finding as it was kept with the version of a lesson in which it was made. */
export interface KeptFinding extends Finding {
  readonly version: number;
  readonly at: Time;
}

/** A person's word that a version may be served although guards found something in it. */
export interface Clearance {
  readonly version: number;
  /** The rules that were shown to them, by name. */
  readonly rules: readonly string[];
  readonly by: string;
  readonly at: Time;
}

/**
 * What guards found in lessons, and who cleared it. Appended, never changed. Every method names the project. Writes are
 * called inside `UnitOfWork.write`.
 */
export interface GuardNotes {
  keep(project: string, lessonId: Id, findings: readonly KeptFinding[]): Promise<void>;
  clear(project: string, lessonId: Id, clearance: Clearance): Promise<void>;
  findingsOf(project: string, lessonId: Id): Promise<KeptFinding[]>;
  clearancesOf(project: string, lessonId: Id): Promise<Clearance[]>;
}
