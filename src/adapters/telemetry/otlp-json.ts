import { EXPORTED_METRICS, type ExportedName } from '../../domain/telemetry/exported-metrics.ts';
import type { Labels, MetricFamily } from '../../domain/telemetry/metric-family.ts';

export interface OtlpResource {
  /** Of the service, as attributes. */
  readonly attributes: Labels;
  /** When this process began to count, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly now: number;
}

const CUMULATIVE = 2;

const attributes = (labels: Labels): object[] =>
  Object.entries(labels).map(([key, value]) => ({ key, value: { stringValue: value } }));

const nano = (ms: number): string => `${BigInt(Math.round(ms)) * 1_000_000n}`;

/** Counted at or below each bound, as OTLP has it: in each bucket, the last above all bounds. */
const bucketCounts = (atMost: readonly number[], count: number): string[] =>
  [...atMost, count].map((upTo, index) => String(upTo - (atMost[index - 1] ?? 0)));

/** What the store counted has no beginning that this process would know: 0 is "unknown". */
const startOf = (family: MetricFamily, { startedAt }: OtlpResource): string =>
  EXPORTED_METRICS[family.name as ExportedName]?.from === 'process' ? nano(startedAt) : '0';

const metric = (family: MetricFamily, resource: OtlpResource): object => {
  const { name, help: description } = family;
  const times = { startTimeUnixNano: startOf(family, resource), timeUnixNano: nano(resource.now) };
  if (family.type === 'histogram') {
    const dataPoints = family.distributions.map(({ labels, atMost, sum, count }) => ({
      attributes: attributes(labels),
      ...times,
      count: String(count),
      sum,
      bucketCounts: bucketCounts(atMost, count),
      explicitBounds: family.bounds,
    }));
    return { name, description, unit: 's', histogram: { aggregationTemporality: CUMULATIVE, dataPoints } };
  }
  const dataPoints = family.samples.map(({ labels, value }) => ({
    attributes: attributes(labels),
    ...times,
    asDouble: value,
  }));
  return family.type === 'gauge'
    ? { name, description, gauge: { dataPoints } }
    : { name, description, sum: { aggregationTemporality: CUMULATIVE, isMonotonic: true, dataPoints } };
};

const isEmpty = (family: MetricFamily): boolean =>
  family.type === 'histogram' ? family.distributions.length === 0 : family.samples.length === 0;

/**
 * Metrics as the body of an OTLP/HTTP request in JSON.
 *
 * Source: opentelemetry-proto, `ExportMetricsServiceRequest`, in its JSON encoding (64-bit numbers are texts).
 */
export const otlpJson = (families: readonly MetricFamily[], resource: OtlpResource): object => ({
  resourceMetrics: [
    {
      resource: { attributes: attributes(resource.attributes) },
      scopeMetrics: [
        {
          scope: { name: 'hone' },
          metrics: families.filter((family) => !isEmpty(family)).map((family) => metric(family, resource)),
        },
      ],
    },
  ],
});
