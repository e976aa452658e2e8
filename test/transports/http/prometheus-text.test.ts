import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogramFamily, sampleFamily } from '../../../src/domain/telemetry/family.ts';
import { prometheusText } from '../../../src/transports/http/prometheus-text.ts';

const LINE =
  /^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{[a-z_]+="(?:[^"\\\n]|\\[\\n"])*"(?:,[a-z_]+="(?:[^"\\\n]|\\[\\n"])*")*\})? -?[0-9.e+-]+)$/u;

describe('prometheusText', () => {
  it('names every metric, with a line a value', () => {
    const text = prometheusText([
      sampleFamily('hone_lessons', [
        { labels: { state: 'active' }, value: 2 },
        { labels: { state: 'proposed' }, value: 1 },
      ]),
      sampleFamily('hone_wal_bytes', [{ labels: {}, value: 4096 }]),
      sampleFamily('hone_guard_blocks_total', []),
    ]);
    expect(text.split('\n')).toEqual([
      '# HELP hone_lessons Lessons by state.',
      '# TYPE hone_lessons gauge',
      'hone_lessons{state="active"} 2',
      'hone_lessons{state="proposed"} 1',
      '# HELP hone_wal_bytes Size of the log beside the store, in bytes.',
      '# TYPE hone_wal_bytes gauge',
      'hone_wal_bytes 4096',
      '# HELP hone_guard_blocks_total Texts that a guard refused, cleaned or held.',
      '# TYPE hone_guard_blocks_total counter',
      '',
    ]);
  });

  it('writes a histogram as cumulative buckets up to infinity, with sum and count', () => {
    const text = prometheusText([
      histogramFamily('mcp_server_operation_duration_seconds', [
        { labels: { tool: 'x' }, atMost: [1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2], sum: 12.5, count: 3 },
      ]),
    ]);
    expect(text).toContain('mcp_server_operation_duration_seconds_bucket{tool="x",le="0.005"} 1\n');
    expect(text).toContain('mcp_server_operation_duration_seconds_bucket{tool="x",le="10"} 2\n');
    expect(text).toContain('mcp_server_operation_duration_seconds_bucket{tool="x",le="+Inf"} 3\n');
    expect(text).toContain('mcp_server_operation_duration_seconds_sum{tool="x"} 12.5\n');
    expect(text).toContain('mcp_server_operation_duration_seconds_count{tool="x"} 3\n');
  });

  it('keeps each value on its line, whatever a label holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (project) => {
        const labels = { project, workflow: 'bugfix' };
        const lines = prometheusText([sampleFamily('hone_runs_total', [{ labels, value: 1 }])]).split('\n');
        expect(lines).toHaveLength(4);
        for (const line of lines.slice(0, -1)) expect(line).toMatch(LINE);
      }),
    );
  });
});
