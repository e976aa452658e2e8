import type { Id, Time } from '../ids.ts';

export const ROUTING_DECISIONS = ['proceed', 'clarify', 'escalate'] as const;
export type RoutingDecision = (typeof ROUTING_DECISIONS)[number];

/** One answer to the question which workflow a task belongs to. Appended; the newest holds. */
export interface RoutingRecord {
  readonly project: string;
  readonly task_id: Id;
  readonly run_id: Id;
  readonly decision: RoutingDecision;
  /** Absent: it is open. */
  readonly workflow?: string;
  readonly confidence?: number;
  /** The agent named the workflow. */
  readonly named: boolean;
  readonly at: Time;
}
