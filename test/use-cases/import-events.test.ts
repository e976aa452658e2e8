import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportEvents } from '../../src/use-cases/export-events.ts';
import { importEvents } from '../../src/use-cases/import-events.ts';
import { interventionTrends } from '../../src/use-cases/intervention-trends.ts';
import { asText, taskEvents } from '../support/event-lines.ts';
import { at, DAY } from '../support/histories.ts';
import {
  inProject,
  openTestServices,
  soloAgent,
  soloPerson,
  teamLead,
  teamReviewer,
} from '../support/test-services.ts';

const open = async () => {
  const opened = await openTestServices();
  opened.clock.advance(24 * 30);
  return opened.services;
};
const history = [
  ...taskEvents({ key: 'A-1', start: 0, interventions: 2 }),
  ...taskEvents({ key: 'A-2', start: 60, clean: false }),
];
const trendsOf = async (services: Awaited<ReturnType<typeof open>>) => {
  const { metrics, coverage } = await interventionTrends(services, soloPerson, {
    since: '2026-10-01',
    until: '2026-10-30',
  });
  return { metrics, coverage };
};

describe('importEvents', () => {
  it('keeps every kind of event, and names lessons that the store does not hold', async () => {
    const services = await open();
    const result = await importEvents(services, soloPerson, { text: asText(history) });
    expect(result).toMatchObject({
      lines: 10,
      added: { run: 2, recall: 2, intervention: 2, outcome: 2, verdict: 2 },
      already: 0,
      refused: [],
      unknown_lessons: 1,
    });
    const { metrics } = await trendsOf(services);
    expect(metrics.interventions_per_100_runs).toMatchObject({ value: 100, n: 2 });
    expect(metrics.completion_without_rewrite).toMatchObject({ value: 0.5, n: 2 });
    expect(metrics.repeat_correction_rate).toMatchObject({ value: 1, n: 2, ignored: 2 });
    expect(metrics.lesson_precision).toMatchObject({ value: 1, n: 2 });
    expect(metrics.tokens_per_task).toMatchObject({ value: 120, n: 2 });
  });

  it('counts a line once: within a file, in a second import, and by whomever', async () => {
    const services = await open();
    const text = asText([...history, ...history]);
    expect(await importEvents(services, soloPerson, { text })).toMatchObject({ lines: 20, already: 10 });
    const before = await trendsOf(services);
    const again = await importEvents(services, teamLead('ben'), { text });
    expect(again).toMatchObject({ already: 20, added: { run: 0, recall: 0, intervention: 0, outcome: 0, verdict: 0 } });
    expect(await trendsOf(services)).toEqual(before);
  });

  it('does not depend on the order of lines', async () => {
    const wanted = await open();
    await importEvents(wanted, soloPerson, { text: asText(history) });
    const expected = await trendsOf(wanted);
    const orders = fc.sample(fc.shuffledSubarray(history, { minLength: history.length }), { numRuns: 3, seed: 1 });
    for (const order of orders) {
      const services = await open();
      await importEvents(services, soloPerson, { text: asText(order) });
      expect(await trendsOf(services)).toEqual(expected);
    }
  });

  it('ties events to a run of an earlier import', async () => {
    const services = await open();
    await importEvents(services, soloPerson, { text: asText(history.filter((line) => line.type === 'run')) });
    const rest = await importEvents(services, soloPerson, {
      text: asText(history.filter((line) => line.type !== 'run')),
    });
    expect(rest.refused).toEqual([]);
    expect((await trendsOf(services)).metrics.interventions_per_100_runs.value).toBe(100);
  });

  it('makes retries of one task key attempts at one task', async () => {
    const services = await open();
    const run = { type: 'run', task_key: 'A-9', at: at(0) };
    const text = asText([
      { ...run, run: 'second', at: at(90) },
      { ...run, run: 'first' },
    ]);
    await importEvents(services, soloPerson, { text });
    const { items } = await services.stores.runs.listRuns('app', {});
    expect(items.map(({ run: { attempt, started_at } }) => [attempt, started_at])).toEqual([
      [2, at(90)],
      [1, at(0)],
    ]);
    expect(new Set(items.map(({ task }) => task.task_id)).size).toBe(1);
  });

  it('refuses bad lines by number and reason, and keeps nothing of their file', async () => {
    const services = await open();
    const text = `${asText(history)}\n\nnot json\n${asText([{ type: 'run', run: 'x', at: at(60 * DAY) }])}`;
    await expect(importEvents(services, soloPerson, { text })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(/2 of 12 lines .*line 12: .*JSON.*line 13: .*24 hours/u),
    });
    expect((await services.stores.runs.listRuns('app', {})).total).toBe(0);
  });

  it('refuses an event without its run, and a key that stands for another run', async () => {
    const services = await open();
    const orphan = { type: 'outcome', run: 'nobody', at: at(1), outcome: 'failed', source: 'ci' };
    const twin = { type: 'run', run: 'A-1', at: at(500) };
    await expect(importEvents(services, soloPerson, { text: asText([orphan]) })).rejects.toMatchObject({
      message: expect.stringContaining('line 1'),
    });
    const result = await importEvents(services, soloPerson, {
      text: asText([...history, twin, orphan]),
      keepGoing: true,
    });
    expect(result.refused.map(({ line }) => line)).toEqual([11, 12]);
    expect(result.added.run).toBe(2);
  });

  it('shows what would change without changing it', async () => {
    const services = await open();
    const result = await importEvents(services, soloPerson, { text: `${asText(history)}\nnot json`, dryRun: true });
    expect(result).toMatchObject({ dry_run: true, added: { run: 2 }, refused: [{ line: 11 }] });
    expect((await services.stores.runs.listRuns('app', {})).total).toBe(0);
  });

  it('takes a clean completion that was mostly rewritten for a rewritten one', async () => {
    const services = await open();
    const outcome = {
      type: 'outcome',
      run: 'r',
      at: at(9),
      outcome: 'completed_clean',
      source: 'ci',
      rewrite_share: 0.6,
    };
    const text = asText([{ type: 'run', run: 'r', at: at(0) }, outcome]);
    await importEvents(services, soloPerson, { text });
    expect(await importEvents(services, soloPerson, { text })).toMatchObject({ already: 2 });
    expect((await trendsOf(services)).metrics.completion_without_rewrite).toMatchObject({ value: 0, n: 1 });
  });

  it('finds the reason of a repeat that gives none: shown to the run or not', async () => {
    const services = await open();
    const repeat = { type: 'intervention', kind: 'correction', wrong: 'w', right: 'r', run: 'A-1' };
    const text = asText([
      { ...repeat, at: at(11), repeat_of: 'les_reference' },
      { ...repeat, at: at(12), repeat_of: 'les_another' },
      ...taskEvents({ key: 'A-1', start: 0 }),
    ]);
    await importEvents(services, soloPerson, { text });
    expect((await trendsOf(services)).metrics.repeat_correction_rate).toMatchObject({ n: 2, ignored: 1, missed: 1 });
    expect(await importEvents(services, soloPerson, { text })).toMatchObject({ already: 6 });
  });

  it('stays inside the projects of the credential, and out of the hands of agents', async () => {
    const services = await open();
    const text = asText([{ type: 'run', run: 'r', project: 'other', at: at(0) }]);
    await expect(importEvents(services, teamLead('ben'), { text })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    for (const caller of [soloAgent, teamReviewer('ben')]) {
      await expect(importEvents(services, caller, { text })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await importEvents(services, soloPerson, { text });
    expect((await services.stores.runs.listRuns('other', {})).total).toBe(1);
  });

  it('tells how far it is', async () => {
    const services = await open();
    const seen: [number, number][] = [];
    const onProgress = (done: number, total: number): void => {
      seen.push([done, total]);
    };
    await importEvents(services, soloPerson, { text: asText(history), onProgress });
    expect(seen.at(-1)).toEqual([10, 10]);
  });
});

describe('exportEvents', () => {
  it('writes what importEvents reads: into the store it came from nothing is new, into another all is', async () => {
    const services = await open();
    const loose = { type: 'intervention', at: at(5), kind: 'correction', wrong: 'w', right: 'r' };
    await importEvents(services, soloPerson, { text: asText([...history, loose]) });
    const { text, lines } = await exportEvents(services, soloPerson, {});
    expect(lines).toBe(11);
    expect(await importEvents(services, soloPerson, { text })).toMatchObject({ already: 11 });
    const other = await open();
    await importEvents(other, soloPerson, { text });
    expect(await trendsOf(other)).toEqual(await trendsOf(services));
    expect(await importEvents(other, soloPerson, { text })).toMatchObject({ already: 11 });
  });

  it('is the inverse of importEvents for any history, in any order of its lines', async () => {
    const facts = fc.record({
      clean: fc.boolean(),
      interventions: fc.integer({ min: 0, max: 2 }),
      workflow: fc.constantFrom('bugfix', 'migration'),
      lesson: fc.constantFrom('les_a', 'les_b'),
    });
    const histories = fc.array(facts, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(histories, fc.integer(), async (tasks, seed) => {
        const lines = tasks.flatMap((task, i) => taskEvents({ ...task, key: `P-${i}`, start: i * 60 }));
        const [order = []] = fc.sample(fc.shuffledSubarray(lines, { minLength: lines.length }), { numRuns: 1, seed });
        const [first, second] = [await open(), await open()];
        await importEvents(first, soloPerson, { text: asText(order) });
        const exported = await exportEvents(first, soloPerson, {});
        expect(exported.lines).toBe(lines.length);
        const copied = await importEvents(second, soloPerson, { text: exported.text });
        expect(copied).toMatchObject({ lines: lines.length, already: 0, refused: [] });
        expect(await trendsOf(second)).toEqual(await trendsOf(first));
        expect(await importEvents(second, soloPerson, { text: asText(lines) })).toMatchObject({
          already: lines.length,
        });
        expect((await exportEvents(second, soloPerson, {})).text).toBe(exported.text);
      }),
      { numRuns: 5 },
    );
  });

  it('holds nothing of other projects', async () => {
    const services = await open();
    await importEvents(services, soloPerson, { text: asText(history) });
    expect(await exportEvents(services, inProject(soloPerson, 'other'), {})).toEqual({ text: '', lines: 0 });
  });
});
