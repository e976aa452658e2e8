import type { OtlpTarget } from './otlp-push.ts';

type Variables = Readonly<Record<string, string | undefined>>;

const INTERVAL_MS = 60_000;
const TIMEOUT_MS = 10_000;

/** `a=b,c=d`, both sides percent-encoded; what is none is left out. */
const pairs = (text: string | undefined): Record<string, string> =>
  Object.fromEntries(
    (text ?? '').split(',').flatMap((pair) => {
      const [, name, value] = /^\s*([^=\s]+)\s*=\s*(.*\S)\s*$/u.exec(pair) ?? [];
      return name === undefined || value === undefined ? [] : [[decode(name), decode(value)]];
    }),
  );

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const milliseconds = (text: string | undefined, otherwise: number): number => {
  const number = Number(text);
  return text !== undefined && Number.isInteger(number) && number > 0 ? number : otherwise;
};

const urlOf = (variables: Variables): string | null => {
  const { OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: whole, OTEL_EXPORTER_OTLP_ENDPOINT: base } = variables;
  const url = whole || (base ? `${base.replace(/\/+$/u, '')}/v1/metrics` : '');
  return URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol) ? url : null;
};

/**
 * Where OpenTelemetry's standard variables send metrics. Null, and so off: none is set, `OTEL_SDK_DISABLED=true`,
 * `OTEL_METRICS_EXPORTER=none`, or what is set is no http address.
 */
export const otlpTarget = (variables: Variables): OtlpTarget | null => {
  const url = urlOf(variables);
  if (url === null || variables.OTEL_SDK_DISABLED === 'true' || variables.OTEL_METRICS_EXPORTER === 'none') return null;
  return {
    url,
    headers: {
      ...pairs(variables.OTEL_EXPORTER_OTLP_HEADERS),
      ...pairs(variables.OTEL_EXPORTER_OTLP_METRICS_HEADERS),
    },
    intervalMs: milliseconds(variables.OTEL_METRIC_EXPORT_INTERVAL, INTERVAL_MS),
    timeoutMs: milliseconds(
      variables.OTEL_EXPORTER_OTLP_METRICS_TIMEOUT ?? variables.OTEL_EXPORTER_OTLP_TIMEOUT,
      TIMEOUT_MS,
    ),
    attributes: {
      ...pairs(variables.OTEL_RESOURCE_ATTRIBUTES),
      'service.name':
        variables.OTEL_SERVICE_NAME || pairs(variables.OTEL_RESOURCE_ATTRIBUTES)['service.name'] || 'hone',
    },
  };
};
