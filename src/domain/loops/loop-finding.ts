import type { Id, Time } from '../ids.ts';

/** The ways in which work goes in circles. The order of the list is that of urgency: the first is told. */
export const LOOP_PATTERNS = [
  'alternation',
  'same_failure',
  'routing_ping_pong',
  'budget',
  'unhelpful_lesson',
  'repeated_recall',
  'fleet',
] as const;
export type LoopPattern = (typeof LOOP_PATTERNS)[number];

export const LOOP_ACTIONS = ['warn', 'suppress', 'escalate', 'dispute'] as const;
export type LoopAction = (typeof LOOP_ACTIONS)[number];

export interface LoopFinding {
  readonly pattern: LoopPattern;
  readonly action: LoopAction;
  readonly advice: string;
  /** Lessons that it is about. */
  readonly lessons: readonly Id[];
}

/** A finding as an agent is told of it. */
export interface LoopWarning {
  readonly pattern: LoopPattern;
  readonly action: LoopAction;
  readonly advice: string;
}

export const warningOf = ({ pattern, action, advice }: LoopFinding): LoopWarning => ({ pattern, action, advice });

/** A finding as it is kept. Appended, so that it outlives the server that found it. */
export interface LoopRecord {
  readonly project: string;
  readonly task_id: Id;
  readonly run_id: Id;
  readonly pattern: LoopPattern;
  readonly action: LoopAction;
  readonly lessons: readonly Id[];
  readonly at: Time;
}

/** The most urgent of the findings; null without any. */
export const mostUrgent = (findings: readonly LoopFinding[]): LoopFinding | null =>
  [...findings].sort((a, b) => LOOP_PATTERNS.indexOf(a.pattern) - LOOP_PATTERNS.indexOf(b.pattern))[0] ?? null;
