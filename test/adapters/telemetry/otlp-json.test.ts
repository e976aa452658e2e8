import { expect, it } from 'vitest';
import { otlpJson } from '../../../src/adapters/telemetry/otlp-json.ts';
import { histogramFamily, sampleFamily } from '../../../src/domain/telemetry/family.ts';

const resource = { attributes: { 'service.name': 'hone' }, startedAt: 1_000, now: 2_000.4 };

it('is an ExportMetricsServiceRequest: sums are cumulative, 64-bit numbers are texts, buckets are not', () => {
  const body = otlpJson(
    [
      sampleFamily('hone_runs_total', [{ labels: { project: 'app', workflow: 'bugfix' }, value: 3 }]),
      sampleFamily('hone_lessons', [{ labels: { state: 'active' }, value: 2 }]),
      histogramFamily('mcp_server_operation_duration_seconds', [
        { labels: { tool: 'x' }, atMost: [1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2], sum: 12.5, count: 3 },
      ]),
      sampleFamily('hone_fallbacks_total', []),
    ],
    resource,
  );
  const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });
  expect(body).toEqual({
    resourceMetrics: [
      {
        resource: { attributes: [attribute('service.name', 'hone')] },
        scopeMetrics: [
          {
            scope: { name: 'hone' },
            metrics: [
              {
                name: 'hone_runs_total',
                description: 'Runs started.',
                sum: {
                  aggregationTemporality: 2,
                  isMonotonic: true,
                  dataPoints: [
                    {
                      attributes: [attribute('project', 'app'), attribute('workflow', 'bugfix')],
                      startTimeUnixNano: '0',
                      timeUnixNano: '2000000000',
                      asDouble: 3,
                    },
                  ],
                },
              },
              {
                name: 'hone_lessons',
                description: 'Lessons by state.',
                gauge: {
                  dataPoints: [
                    {
                      attributes: [attribute('state', 'active')],
                      startTimeUnixNano: '0',
                      timeUnixNano: '2000000000',
                      asDouble: 2,
                    },
                  ],
                },
              },
              {
                name: 'mcp_server_operation_duration_seconds',
                description: 'Time to answer an MCP request, in seconds.',
                unit: 's',
                histogram: {
                  aggregationTemporality: 2,
                  dataPoints: [
                    {
                      attributes: [attribute('tool', 'x')],
                      startTimeUnixNano: '1000000000',
                      timeUnixNano: '2000000000',
                      count: '3',
                      sum: 12.5,
                      bucketCounts: ['1', '0', '1', '0', '0', '0', '0', '0', '0', '0', '0', '1'],
                      explicitBounds: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
    ],
  });
});
