import { EXPORTED_METRICS } from '../../domain/telemetry/exported-metrics.ts';
import { histogramFamily, sampleFamily } from '../../domain/telemetry/family.ts';
import type { Labels } from '../../domain/telemetry/metric-family.ts';
import type { ProcessCounter, Telemetry } from '../../ports/telemetry.ts';
import { type OtlpTarget, startOtlpPush } from './otlp-push.ts';

const { bounds } = EXPORTED_METRICS.mcp_server_operation_duration_seconds;

interface Observed {
  readonly labels: Labels;
  readonly atMost: number[];
  sum: number;
  count: number;
}

const keyOf = (labels: Labels): string => JSON.stringify(Object.entries(labels).sort());

/** Counts in memory; sends them where `target` says. */
export const processTelemetry = (target: OtlpTarget | null): Telemetry => {
  const counters = new Map<ProcessCounter, Map<string, { labels: Labels; value: number }>>([
    ['hone_fallbacks_total', new Map()],
    ['hone_guard_blocks_total', new Map()],
  ]);
  const requests = new Map<string, Observed>();
  let stopPush = async (): Promise<void> => {};
  return {
    count(name, labels) {
      const counted = counters.get(name);
      const sample = counted?.get(keyOf(labels));
      if (sample === undefined) counted?.set(keyOf(labels), { labels, value: 1 });
      else sample.value += 1;
    },
    observeRequest(labels, seconds) {
      const key = keyOf(labels);
      const observed = requests.get(key) ?? { labels, atMost: bounds.map(() => 0), sum: 0, count: 0 };
      requests.set(key, observed);
      observed.sum += seconds;
      observed.count += 1;
      bounds.forEach((bound, index) => {
        if (seconds <= bound) observed.atMost[index] = (observed.atMost[index] ?? 0) + 1;
      });
    },
    families: () => [
      histogramFamily('mcp_server_operation_duration_seconds', [...requests.values()].map(copy)),
      ...[...counters].map(([name, samples]) =>
        sampleFamily(
          name,
          [...samples.values()].map((one) => ({ ...one })),
        ),
      ),
    ],
    startPush(collect) {
      if (target !== null) stopPush = startOtlpPush(target, collect);
    },
    close: () => stopPush(),
  };
};

const copy = (observed: Observed): Observed => ({ ...observed, atMost: [...observed.atMost] });
