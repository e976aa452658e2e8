import type { Id, Time } from '../domain/ids.ts';

/** What a look through a lesson's texts by some rules found. */
export interface TextScan {
  /** The rules, by their own name. */
  readonly rules: string;
  /** Kinds of secrets, and hidden characters; never a text. */
  readonly found: readonly string[];
  readonly at: Time;
}

/** Which lessons were looked through by which rules. Every method names the project. Writes are called inside `UnitOfWork.write`. */
export interface TextScans {
  /** Lessons that these rules have not seen yet, or in which something was found, in order; `total` of them in all. */
  due(project: string, rules: string, limit: number): Promise<{ items: Id[]; total: number }>;
  note(project: string, lessonId: Id, scan: TextScan): Promise<void>;
}
