import { describe, expect, it } from 'vitest';
import { importEvents } from '../../src/use-cases/import-events.ts';
import { type InterventionTrendsInput, interventionTrends } from '../../src/use-cases/intervention-trends.ts';
import type { Services } from '../../src/use-cases/services.ts';
import { asText, type TaskEvents, taskEvents } from '../support/event-lines.ts';
import { at, DAY } from '../support/histories.ts';
import { inProject, openTestServices, soloPerson, teamAgent } from '../support/test-services.ts';

/** Sixty days from the first task on. */
const open = async (): Promise<Services> => {
  const { services, clock } = await openTestServices();
  clock.advance(24 * 60);
  return services;
};
const bring = async (services: Services, tasks: readonly TaskEvents[]): Promise<void> => {
  await importEvents(services, soloPerson, { text: asText(tasks.flatMap(taskEvents)) });
};
const many = (count: number, start: number, spec: (index: number) => Partial<TaskEvents>, name = 't'): TaskEvents[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `${name}-${start}-${index}`,
    start: start + index * 60,
    ...spec(index),
  }));
const window: InterventionTrendsInput = { since: '2026-10-31T09:00:00Z', until: '2026-11-30T09:00:00Z' };

const improved = [
  ...many(100, 0, (i) => ({ interventions: i % 2, clean: i % 2 === 0 })),
  ...many(100, 30 * DAY, (i) => ({ interventions: i % 10 === 0 ? 1 : 0 })),
];

describe('interventionTrends', () => {
  it('sees that agents improve, with an interval around the change', async () => {
    const services = await open();
    await bring(services, improved);
    const trends = await interventionTrends(services, soloPerson, window);
    expect(trends.verdict.direction).toBe('improving');
    expect(trends.metrics.interventions_per_100_runs).toMatchObject({ value: 10, n: 100 });
    expect(trends.change.interventions_per_100_runs).toMatchObject({ value: -40, n: 200 });
    expect(trends.change.interventions_per_100_runs?.high).toBeLessThan(0);
    expect(trends.change.completion_without_rewrite?.low).toBeGreaterThan(0);
    expect(trends).toMatchObject({
      project: 'app',
      workflow: null,
      bucket: 'week',
      lift: null,
      coverage: { value: 1 },
    });
    expect(trends.series.reduce((sum, point) => sum + point.tasks, 0)).toBe(100);
  });

  it('sees that they got worse, and raises the alarm', async () => {
    const services = await open();
    await bring(services, [
      ...many(100, 0, (i) => ({ clean: i % 10 !== 0 })),
      ...many(100, 30 * DAY, (i) => ({ clean: i % 2 === 0, interventions: 1 })),
    ]);
    const trends = await interventionTrends(services, soloPerson, window);
    expect(trends.verdict.direction).toBe('worsening');
    expect(trends.drift).toMatchObject({ alarm: true, baseline: 0.1 });
  });

  it('calls two windows alike alike', async () => {
    const services = await open();
    const alike = (i: number) => ({ interventions: i % 4 === 0 ? 1 : 0 });
    await bring(services, [...many(80, 0, alike), ...many(80, 30 * DAY, alike)]);
    const { verdict } = await interventionTrends(services, soloPerson, window);
    expect(verdict.direction).toBe('no_change');
    expect(verdict.text).toContain('No detectable change');
  });

  it('refuses to judge too few runs', async () => {
    const services = await open();
    await bring(services, [...many(100, 0, () => ({})), ...many(19, 30 * DAY, () => ({ interventions: 1 }))]);
    const { verdict } = await interventionTrends(services, soloPerson, window);
    expect(verdict).toMatchObject({ direction: 'too_few', text: expect.stringContaining('Too few runs to judge') });
  });

  it('is all nulls and no NaN for a project without a run', async () => {
    const trends = await interventionTrends(await open(), soloPerson, {});
    for (const { value, n } of Object.values(trends.metrics)) expect([value, n]).toEqual([null, 0]);
    expect(trends).toMatchObject({
      series: [],
      change: {},
      verdict: { direction: 'too_few' },
      drift: { baseline: null },
    });
    expect(JSON.stringify(trends)).not.toContain('NaN');
  });

  it('is unmoved by tasks of other projects, workflows and times', async () => {
    const services = await open();
    await bring(services, improved);
    const input = { ...window, workflow: 'bugfix' };
    const before = await interventionTrends(services, soloPerson, input);
    await bring(services, [
      ...many(9, 31 * DAY, () => ({ project: 'other', interventions: 3 }), 'other'),
      ...many(9, 31 * DAY, () => ({ workflow: 'migration', interventions: 3 }), 'flow'),
      ...many(9, -60 * DAY, () => ({ workflow: 'migration' }), 'old'),
    ]);
    expect(await interventionTrends(services, soloPerson, input)).toEqual(before);
  });

  it('counts flagged corrections in the repeat rate and in no run', async () => {
    const services = await open();
    await bring(
      services,
      many(2, 30 * DAY, () => ({ interventions: 1 })),
    );
    const loose = { type: 'intervention', at: at(31 * DAY), kind: 'correction', wrong: 'w', right: 'r' };
    await importEvents(services, soloPerson, { text: asText([loose]) });
    const { metrics } = await interventionTrends(services, soloPerson, window);
    expect(metrics.repeat_correction_rate).toMatchObject({ n: 3, ignored: 2, novel: 1 });
    expect(metrics.interventions_per_100_runs).toMatchObject({ value: 100, n: 2 });
  });

  it('refuses a window that is none and a project outside the credential', async () => {
    const services = await open();
    await expect(interventionTrends(services, soloPerson, { since: 'ever' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await expect(interventionTrends(services, teamAgent, { project: 'other' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await interventionTrends(services, inProject(soloPerson, 'other'), {})).project).toBe('other');
  });

  it('answers over 10,000 runs', async () => {
    const services = await open();
    const dense = (i: number): TaskEvents => ({
      key: `d${i}`,
      start: Math.floor((i * 60 * DAY) / 10_000),
      interventions: i % 5 === 0 ? 1 : 0,
      clean: i % 7 !== 0,
    });
    const lines = Array.from({ length: 10_000 }, (_, i) => taskEvents(dense(i))).flat();
    const started = performance.now();
    await importEvents(services, soloPerson, { text: asText(lines) });
    const imported = performance.now();
    const trends = await interventionTrends(services, soloPerson, window);
    const answered = performance.now();
    console.log(
      `${lines.length} events imported in ${Math.round(imported - started)} ms, trends over 10,000 runs in ${Math.round(answered - imported)} ms`,
    );
    expect(trends.metrics.interventions_per_100_runs.n).toBe(5_000);
    expect(trends.verdict.direction).toBe('no_change');
  });
});
