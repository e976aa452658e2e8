import type { MetricFamily } from '../domain/telemetry/metric-family.ts';

/**
 * Sums over all that is stored, by few labels: the exported metrics that come from the store, but for estimates. Read only.
 * Counters only grow, since facts are only appended.
 */
export interface EventCounts {
  /** @param projects those that may be seen; `'*'` is every one */
  families(projects: '*' | readonly string[], now: string): Promise<MetricFamily[]>;
}
