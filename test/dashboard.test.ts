import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXPORTED_METRICS } from '../src/domain/telemetry/exported-metrics.ts';

const root = dirname(import.meta.dirname);
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const dashboard = JSON.parse(read('docs/grafana-dashboard.json')) as {
  panels: { id: number; title: string; gridPos: { x: number; w: number }; targets: { expr: string }[] }[];
  templating: { list: { name: string; query: string | { query: string } }[] };
};
const expressions = [
  ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ...dashboard.templating.list.flatMap(({ query }) => (typeof query === 'string' ? [] : [query.query])),
];
const NAME = /\b(?:hone|mcp_server)_[a-z0-9_]+/gu;

/** A histogram is asked for by its buckets, its sum or its count. */
const exportedName = (used: string): string => {
  const whole = used.replace(/_(?:bucket|sum|count)$/u, '');
  return EXPORTED_METRICS[whole as keyof typeof EXPORTED_METRICS]?.type === 'histogram' ? whole : used;
};

describe('docs/grafana-dashboard.json', () => {
  it('uses exactly the exported metrics', () => {
    const used = new Set(expressions.flatMap((expression) => expression.match(NAME) ?? []).map(exportedName));
    expect([...used].sort()).toEqual(Object.keys(EXPORTED_METRICS).sort());
  });

  it.each(expressions)('asks %s for labels that it has', (expression) => {
    const [name = ''] = expression.match(NAME) ?? [];
    const { labels } = EXPORTED_METRICS[exportedName(name) as keyof typeof EXPORTED_METRICS];
    const grouped = [...expression.matchAll(/by \(([a-z_, ]+)\)/gu)].flatMap(([, list = '']) => list.split(', '));
    const matched = [...expression.matchAll(/([a-z_]+)(?:=~|!=|=)"/gu)].map(([, label = '']) => label);
    for (const label of [...grouped, ...matched]) expect([...labels, 'le']).toContain(label);
  });

  it('has panels with ids of their own that fit into the width', () => {
    const { panels } = dashboard;
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { gridPos, title } of panels) expect(gridPos.x + gridPos.w, title).toBeLessThanOrEqual(24);
  });
});

it('docs/observe.md explains every exported metric with its labels', () => {
  const page = read('docs/observe.md');
  for (const [name, { type, labels }] of Object.entries(EXPORTED_METRICS)) {
    expect(page).toContain(`| \`${name}\` | ${type} | ${labels.length === 0 ? '–' : labels.join(', ')} |`);
  }
});
