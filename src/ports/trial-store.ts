import type { Gate, GateAnswer } from '../domain/adoption-gate.ts';
import type { Delivery } from '../domain/holdout/delivery.ts';
import type { Id } from '../domain/ids.ts';
import type { LockedBaseline } from '../domain/metrics/locked-baseline.ts';
import type { Trial, TrialEvent, TrialRecord } from '../domain/trial.ts';

/**
 * Field tests and the decisions around them: appended facts, the latest of its kind counts. Every method names
 * the project. Writes are called inside `UnitOfWork.write`. Not the arms: those are kept with their tasks.
 */
export interface TrialStore {
  find(project: string, trialId: Id): Promise<TrialRecord | null>;
  /** Newest first. */
  list(project: string): Promise<TrialRecord[]>;
  /** The newest of the workflow, ended or not. */
  latest(project: string, workflow: string): Promise<TrialRecord | null>;
  /** The workflow's own latest decision, else that for every workflow, with its number in the project; null: none. */
  delivery(project: string, workflow: string): Promise<(Delivery & { readonly number: number }) | null>;
  /** Tasks of the workflow drawn under this trial or decision so far. */
  drawnSoFar(project: string, workflow: string, drawnIn: string): Promise<number>;
  /** What this store draws the project's lots with; null before the first draw. */
  drawingKey(project: string): Promise<string | null>;
  /** The latest baseline locked for the workflow (null: for the whole project). */
  lockedBaseline(project: string, workflow: string | null): Promise<LockedBaseline | null>;
  /** The latest answer to each gate that was asked. */
  gateAnswers(project: string): Promise<Map<Gate, GateAnswer>>;

  add(trial: Trial): Promise<void>;
  addEvent(event: TrialEvent): Promise<void>;
  setDelivery(delivery: Delivery): Promise<void>;
  /** Keeps the first one only. */
  keepDrawingKey(project: string, key: string): Promise<void>;
  lockBaseline(baseline: LockedBaseline): Promise<void>;
  answerGate(answer: GateAnswer): Promise<void>;
}
