import type { Labels, MetricFamily } from '../../domain/telemetry/metric-family.ts';

export const PROMETHEUS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');

const series = (name: string, labels: Labels, value: number): string => {
  const pairs = Object.entries(labels).map(([label, one]) => `${label}="${escaped(one).replaceAll('"', '\\"')}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`;
};

const values = (family: MetricFamily): string[] => {
  const { name } = family;
  if (family.type !== 'histogram') return family.samples.map(({ labels, value }) => series(name, labels, value));
  return family.distributions.flatMap(({ labels, atMost, sum, count }) => [
    ...family.bounds.map((bound, index) =>
      series(`${name}_bucket`, { ...labels, le: String(bound) }, atMost[index] ?? 0),
    ),
    series(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
    series(`${name}_sum`, labels, sum),
    series(`${name}_count`, labels, count),
  ]);
};

/** Metrics in the text format that Prometheus scrapes (version 0.0.4). A metric without a value is named all the same. */
export const prometheusText = (families: readonly MetricFamily[]): string =>
  families
    .flatMap((family) => [
      `# HELP ${family.name} ${escaped(family.help)}`,
      `# TYPE ${family.name} ${family.type}`,
      ...values(family),
    ])
    .join('\n')
    .concat('\n');
