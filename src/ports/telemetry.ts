import type { Labels, MetricFamily } from '../domain/telemetry/metric-family.ts';

/** Counts that belong to a process, because the store does not keep them. */
export type ProcessCounter = 'hone_fallbacks_total' | 'hone_guard_blocks_total';

/**
 * What this process counts, and where its numbers go. Counting is cheap and never fails. Not a log: labels have few values, and
 * no text of anybody is among them.
 */
export interface Telemetry {
  count(name: ProcessCounter, labels: Labels): void;
  /** How long an MCP request took, in seconds. */
  observeRequest(labels: { method: string; tool: string; error_type: string }, seconds: number): void;
  /** What was counted since the process began. */
  families(): MetricFamily[];
  /**
   * Sends `collect`'s families to where the configuration says, again and again until `close`; does nothing where it says
   * nothing. A collector that is away costs its numbers and nothing else.
   */
  startPush(collect: () => Promise<readonly MetricFamily[]>): void;
  /** Sends a last time, for two seconds at most. */
  close(): Promise<void>;
}
