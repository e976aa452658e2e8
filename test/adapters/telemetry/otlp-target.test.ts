import { describe, expect, it } from 'vitest';
import { otlpTarget } from '../../../src/adapters/telemetry/otlp-target.ts';

const BASE = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/' };

describe('otlpTarget', () => {
  it('takes the standard variables', () => {
    expect(otlpTarget(BASE)).toEqual({
      url: 'http://collector:4318/v1/metrics',
      headers: {},
      intervalMs: 60_000,
      timeoutMs: 10_000,
      attributes: { 'service.name': 'hone' },
    });
    const whole = otlpTarget({
      ...BASE,
      OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'https://metrics.example/in',
      OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20b, broken,=c,d=',
      OTEL_EXPORTER_OTLP_METRICS_HEADERS: 'x-key=c,y=%zz',
      OTEL_METRIC_EXPORT_INTERVAL: '5000',
      OTEL_EXPORTER_OTLP_TIMEOUT: '300',
      OTEL_RESOURCE_ATTRIBUTES: 'service.name=memory,deployment.environment=test',
    });
    expect(whole).toEqual({
      url: 'https://metrics.example/in',
      headers: { 'x-key': 'c', y: '%zz' },
      intervalMs: 5_000,
      timeoutMs: 300,
      attributes: { 'service.name': 'memory', 'deployment.environment': 'test' },
    });
    expect(otlpTarget({ ...BASE, OTEL_SERVICE_NAME: 'hone-eu' })?.attributes['service.name']).toBe('hone-eu');
  });

  it.each([
    {},
    { OTEL_EXPORTER_OTLP_ENDPOINT: '' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'file:///etc/passwd' },
    { ...BASE, OTEL_SDK_DISABLED: 'true' },
    { ...BASE, OTEL_METRICS_EXPORTER: 'none' },
  ])('is off with %j', (variables) => {
    expect(otlpTarget(variables)).toBeNull();
  });

  it.each(['0', '-1', 'soon', '1.5'])('keeps the usual interval instead of %j', (interval) => {
    expect(otlpTarget({ ...BASE, OTEL_METRIC_EXPORT_INTERVAL: interval })?.intervalMs).toBe(60_000);
  });
});
