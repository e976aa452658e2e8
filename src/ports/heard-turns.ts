import type { HeardTurn } from '../domain/capture/heard-turn.ts';
import type { Id } from '../domain/ids.ts';

/** What the detector heard in the runs of clients with hooks. Appended, never changed. Not interventions. */
export interface HeardTurns {
  /** Called inside `UnitOfWork.write`. */
  add(heard: HeardTurn): Promise<void>;
  /** Oldest first. */
  ofRun(project: string, runId: Id): Promise<HeardTurn[]>;
}
