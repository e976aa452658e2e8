import { expect, it } from 'vitest';
import { processTelemetry } from '../../../src/adapters/telemetry/process-telemetry.ts';

const recall = { method: 'tools/call', tool: 'recall_lessons', error_type: '' };

it('counts by labels, whatever their order, and puts durations where they belong', async () => {
  const telemetry = processTelemetry(null);
  telemetry.count('hone_fallbacks_total', { from: 'hybrid', to: 'lexical', reason: 'timeout' });
  telemetry.count('hone_fallbacks_total', { reason: 'timeout', to: 'lexical', from: 'hybrid' });
  telemetry.count('hone_fallbacks_total', { from: 'hybrid', to: 'lexical', reason: 'error' });
  for (const seconds of [0.005, 0.02, 60]) telemetry.observeRequest(recall, seconds);
  const [requests, fallbacks, blocks] = telemetry.families();
  expect(fallbacks).toMatchObject({
    name: 'hone_fallbacks_total',
    type: 'counter',
    samples: [{ value: 2 }, { labels: { from: 'hybrid', to: 'lexical', reason: 'error' }, value: 1 }],
  });
  expect(blocks).toMatchObject({ name: 'hone_guard_blocks_total', samples: [] });
  expect(requests).toMatchObject({
    name: 'mcp_server_operation_duration_seconds',
    distributions: [{ labels: recall, atMost: [1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2], count: 3, sum: 60.025 }],
  });
  await telemetry.close();
});

it('gives what was counted until then, not what comes after', () => {
  const telemetry = processTelemetry(null);
  telemetry.observeRequest(recall, 0.02);
  const before = telemetry.families();
  telemetry.observeRequest(recall, 0.02);
  expect(before[0]).toMatchObject({ distributions: [{ count: 1 }] });
});
