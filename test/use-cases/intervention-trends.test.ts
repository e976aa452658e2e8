import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../src/domain/estimate.ts';
import { importEvents } from '../../src/use-cases/import-events.ts';
import { type InterventionTrendsInput, interventionTrends } from '../../src/use-cases/intervention-trends.ts';
import { recordOutcome } from '../../src/use-cases/record-outcome.ts';
import type { Services } from '../../src/use-cases/services.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { lockBaseline } from '../../src/use-cases/trial/lock-baseline.ts';
import { asText, type TaskEvents, taskEvents } from '../support/event-lines.ts';
import { at, DAY } from '../support/histories.ts';
import { inProject, openTestServices, soloAgent, soloPerson, teamAgent } from '../support/test-services.ts';

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

describe('a locked baseline', () => {
  it('is what drift is measured against, that of the workflow before that of the project', async () => {
    const services = await open();
    await bring(services, [
      ...many(100, 0, (i) => ({ clean: i % 2 === 0 })),
      ...many(60, 20 * DAY, (i) => ({ clean: i % 10 !== 0 })),
      ...many(100, 31 * DAY, (i) => ({ clean: i % 3 !== 0 })),
    ]);
    const driftOf = async (workflow?: string) =>
      (await interventionTrends(services, soloPerson, { ...window, workflow })).drift;
    expect(await driftOf()).toMatchObject({ alarm: false, baseline: 0.5 });
    const lock = (from: number, to: number, workflow?: string) =>
      lockBaseline(services, soloPerson, { from: at(from), to: at(to), workflow });
    await lock(20 * DAY, 25 * DAY);
    expect(await driftOf()).toMatchObject({ alarm: true, baseline: 0.1 });
    await lock(0, 5 * DAY, 'bugfix');
    expect(await driftOf('bugfix')).toMatchObject({ alarm: false, baseline: 0.5 });
    expect(await driftOf()).toMatchObject({ baseline: 0.1 });
    await expect(lockBaseline(services, teamAgent, { from: '30d', to: at(0) })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

const outcome = (run: string, minutes: number, more: object = {}) => ({
  type: 'outcome',
  run,
  at: at(minutes),
  outcome: 'completed_clean',
  source: 'ci',
  ...more,
});
const run = (key: string, minutes: number, more: object = {}) => ({
  type: 'run',
  run: key,
  task_key: key,
  workflow: 'bugfix',
  at: at(minutes),
  ...more,
});
const bringLines = (services: Services, lines: readonly object[], more: object = {}) =>
  importEvents(services, soloPerson, { text: asText(lines), ...more });

/** Every estimate anywhere in an answer, with the way to it. */
const estimatesIn = (value: unknown, path = ''): [string, Estimate][] => {
  if (typeof value !== 'object' || value === null) return [];
  const own: [string, Estimate][] = 'method' in value && 'low' in value ? [[path, value as unknown as Estimate]] : [];
  return [...own, ...Object.entries(value).flatMap(([key, part]) => estimatesIn(part, `${path}.${key}`))];
};
const expectSound = (trends: unknown): void => {
  expect(JSON.stringify(trends)).not.toMatch(/NaN|Infinity/u);
  for (const [path, { value, n, low, high }] of estimatesIn(trends)) {
    for (const number of [value, low, high]) expect(number ?? 0, path).toSatisfy(Number.isFinite);
    expect(n, path).toBeGreaterThanOrEqual(0);
    if (value === null) continue;
    expect(low ?? value, path).toBeLessThanOrEqual(value + 1e-9);
    expect(high ?? value, path).toBeGreaterThanOrEqual(value - 1e-9);
  }
};

describe('trends of odd records', () => {
  it('an outcome before the start of its task ended it at once', async () => {
    const services = await open();
    await bringLines(services, [run('r1', 31 * DAY), outcome('r1', 31 * DAY - 600)]);
    const { metrics, coverage } = await interventionTrends(services, soloPerson, window);
    expect(metrics.median_minutes_to_resolution).toMatchObject({ value: 0, n: 1 });
    expect(coverage).toMatchObject({ value: 1, n: 1 });
  });

  it('a clock 400 days behind puts a run into a window of its own, one 400 days ahead is refused', async () => {
    const services = await open();
    await bringLines(services, [run('r1', -400 * DAY), outcome('r1', -400 * DAY + 30), run('r2', 31 * DAY)]);
    const { metrics } = await interventionTrends(services, soloPerson, window);
    expect(metrics.interventions_per_100_runs.n).toBe(1);
    await expect(bringLines(services, [run('r3', 431 * DAY)])).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('more than 24 hours ahead'),
    });
    expectSound(await interventionTrends(services, soloPerson, { since: '2025-08-01T00:00:00Z' }));
  });

  it('of two outcomes of a run the later counts, and at the same instant a person’s', async () => {
    const services = await open();
    await bringLines(services, [
      run('r1', 31 * DAY),
      outcome('r1', 31 * DAY + 60, { outcome: 'failed' }),
      outcome('r1', 31 * DAY + 30),
      run('r2', 31 * DAY),
      outcome('r2', 31 * DAY + 30, { outcome: 'failed' }),
      outcome('r2', 31 * DAY + 30, { source: 'human' }),
    ]);
    const { metrics } = await interventionTrends(services, soloPerson, window);
    expect(metrics.completion_without_rewrite).toMatchObject({ value: 0.5, n: 2 });
  });

  it('a source that nobody knows is refused with its line', async () => {
    const services = await open();
    const lines = [run('r1', 31 * DAY), outcome('r1', 31 * DAY, { source: 'rumour' })];
    await expect(bringLines(services, lines)).rejects.toMatchObject({
      message: expect.stringContaining('line 2: `source` must be one of agent, ci, human'),
    });
    expect((await bringLines(services, lines, { keepGoing: true })).refused).toHaveLength(1);
  });

  it('an agent that claims to be CI is an agent', async () => {
    const services = await open();
    const { run_id } = await startTask(services, soloAgent, { task: 'fix', workflow: 'bugfix' });
    await recordOutcome(services, soloAgent, { run_id, outcome: 'completed_clean', source: 'ci' });
    const trends = await interventionTrends(services, soloPerson, {});
    expect(trends.coverage.n).toBe(0);
    expect(trends.metrics.completion_without_rewrite).toMatchObject({ value: null, n: 0 });
    expect(trends.agent_reported.completion_without_rewrite).toMatchObject({ value: 1, n: 1 });
  });

  it('a window of one run has wide intervals and no direction', async () => {
    const services = await open();
    await bring(
      services,
      many(1, 31 * DAY, () => ({ interventions: 1 })),
    );
    const trends = await interventionTrends(services, soloPerson, window);
    expect(trends.verdict.direction).toBe('too_few');
    expect(trends.metrics.interventions_per_100_runs).toMatchObject({ value: 100, n: 1 });
    expect(trends.metrics.interventions_per_100_runs.high).toBeGreaterThan(500);
    expectSound(trends);
  });

  it('without an intervention the rate is 0 up to the exact bound', async () => {
    const services = await open();
    await bring(
      services,
      many(30, 31 * DAY, () => ({})),
    );
    const { metrics } = await interventionTrends(services, soloPerson, window);
    expect(metrics.interventions_per_100_runs).toMatchObject({ value: 0, low: 0, n: 30 });
    expect(metrics.interventions_per_100_runs.high).toBeCloseTo((100 * 3.689) / 30, 1);
  });

  it('of tasks that are all open there is no median, and it says of how many', async () => {
    const services = await open();
    await bringLines(
      services,
      Array.from({ length: 25 }, (_, index) => run(`r${index}`, 31 * DAY + index)),
    );
    const trends = await interventionTrends(services, soloPerson, window);
    expect(trends.metrics.median_minutes_to_resolution).toMatchObject({ value: null, n: 25, low: null, high: null });
    expect(trends.metrics.completion_without_rewrite).toMatchObject({ value: 0, n: 25 });
    expect(trends.coverage).toMatchObject({ value: 0, n: 25 });
    expectSound(trends);
  });

  it('a bucket longer than the window is the window', async () => {
    const services = await open();
    await bring(
      services,
      many(3, 31 * DAY, () => ({})),
    );
    const short = { since: '2026-11-01T00:00:00Z', until: '2026-11-02T00:00:00Z' };
    const { series } = await interventionTrends(services, soloPerson, { ...short, bucket: 'month' });
    expect(series).toHaveLength(1);
    expect(series[0]).toMatchObject({ from: '2026-11-01T00:00:00.000Z', to: '2026-11-02T00:00:00.000Z', tasks: 3 });
  });

  const odd = fc.array(
    fc.record({
      start: fc.integer({ min: -40 * DAY, max: 45 * DAY }),
      end: fc.option(fc.integer({ min: -3 * DAY, max: 10 * DAY }), { nil: undefined }),
      outcome: fc.constantFrom('completed_clean', 'failed', 'abandoned', 'escalated', 'timed_out'),
      source: fc.constantFrom('ci', 'human', 'agent'),
      arm: fc.constantFrom('memory', 'holdout', undefined),
      workflow: fc.constantFrom('bugfix', 'docs'),
      steps: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 40 },
  );
  const linesOf = (tasks: typeof odd extends fc.Arbitrary<infer T> ? T : never): object[] =>
    tasks.flatMap((task, index) => {
      const key = `r${index}`;
      const { arm, workflow, start } = task;
      return [
        run(key, start, { workflow, ...(arm === undefined ? {} : { arm }) }),
        ...Array.from({ length: task.steps }, (_, step) => ({
          type: 'intervention',
          run: key,
          at: at(start + step),
          kind: 'takeover',
        })),
        ...(task.end === undefined
          ? []
          : [outcome(key, start + task.end, { outcome: task.outcome, source: task.source })]),
      ];
    });

  it('whatever happened: every interval holds its estimate, nothing is NaN, and the order of import is none', async () => {
    await fc.assert(
      fc.asyncProperty(odd, async (tasks) => {
        const lines = linesOf(tasks);
        const [one, other] = [await open(), await open()];
        await bringLines(one, lines);
        await bringLines(other, lines.toReversed().slice(0, 5), { keepGoing: true });
        await bringLines(other, lines.toReversed());
        const trends = await interventionTrends(one, soloPerson, window);
        expectSound(trends);
        expect(await interventionTrends(other, soloPerson, window)).toEqual(trends);
      }),
      { numRuns: 12 },
    );
  });
});
