import type { Id } from '../domain/ids.ts';
import type { Origin, Stance } from '../domain/stance.ts';

/**
 * What stands around the lessons of the organisation: where each comes from, and what single projects say of it. The
 * lessons themselves lie in the lesson store, under `ORGANISATION`. Writes are called inside `UnitOfWork.write`.
 */
export interface OrganisationStore {
  addOrigin(origin: Origin): Promise<void>;
  /** Null for one that was not made of a project's lesson. */
  originOf(lessonId: Id): Promise<Origin | null>;
  /** Those that were made of lessons of this project, oldest first. */
  originsIn(project: string): Promise<Origin[]>;
  addStance(project: string, stance: Stance): Promise<void>;
  /** What the project says now, of each lesson of which it says anything. */
  stancesIn(project: string): Promise<Stance[]>;
  /** Everything that the project said of one, oldest first. */
  stancesOn(project: string, lessonId: Id): Promise<Stance[]>;
}
