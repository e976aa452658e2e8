import type { Id, Time } from '../domain/ids.ts';
import type { ShownTask } from '../domain/loops/fleet.ts';
import type { LoopRecord } from '../domain/loops/loop-finding.ts';
import type { Trail } from '../domain/loops/loop-signal.ts';

/**
 * What the detection of loops rests on, made of facts that are in the store anyway: so it survives restarts, and every server
 * of a team sees the same. Every method names the project. `add` is called inside `UnitOfWork.write`. Not a detector.
 */
export interface LoopStore {
  /** All of one task, oldest first. */
  trail(project: string, taskId: Id): Promise<Trail>;
  /** Tasks with an outcome since then that the lesson was shown to, each with how it ended last. */
  shownTo(project: string, lessonId: Id, since: Time): Promise<ShownTask[]>;
  /** Oldest first. */
  found(project: string, taskId: Id): Promise<LoopRecord[]>;
  add(record: LoopRecord): Promise<void>;
}
