import type { Id, Time } from '../domain/ids.ts';
import type { RoutingExample } from '../domain/routing/routing-example.ts';
import type { RoutingRecord } from '../domain/routing/routing-record.ts';
import type { WorkflowSet } from '../domain/workflow.ts';

/**
 * The workflows of a project, and which of them its tasks were given. Every method names the project. Writes are called
 * inside `UnitOfWork.write`. Not a router: that is the domain's.
 */
export interface WorkflowStore {
  /** The set that holds now; null while the project declared none. */
  current(project: string): Promise<WorkflowSet | null>;
  /** A set as it was applied. */
  version(project: string, version: number): Promise<WorkflowSet | null>;
  /** Texts that speak for a workflow, newest first; vectors of another model are null. */
  examples(project: string, model: string): Promise<RoutingExample[]>;
  /** Answers about one task, oldest first. */
  routings(project: string, taskId: Id): Promise<RoutingRecord[]>;
  /** The run that this principal was asked about since then, for the very same task text, and that chose nothing yet. */
  openQuestion(
    project: string,
    asked: { principal: string; text: string; since: Time },
  ): Promise<{ task_id: Id; run_id: Id } | null>;

  /** Makes a set the current one; its examples take the place of those of the set before. */
  apply(set: WorkflowSet, examples: readonly RoutingExample[], model: string): Promise<void>;
  /** A task that ended well speaks for its workflow from now on; nothing happens when its text does already. */
  learn(project: string, example: RoutingExample, model: string, at: Time): Promise<void>;
  /** Appends the answer. A decided one files the task under its workflow, unless the task is in a trial. */
  addRouting(record: RoutingRecord): Promise<void>;
}
