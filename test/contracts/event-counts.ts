import { describe, expect, it } from 'vitest';
import type { MetricFamily } from '../../src/domain/telemetry/metric-family.ts';
import { type ContractStore, minute, type OpenStore, sampleRecall, sampleRun, sampleTask } from './samples.ts';

const said = { wrong: 'w', right: 'r', kind: 'correction', by: 'ann' } as const;

/** A task with two runs, closed by an agent after 10 minutes, by CI after 20 and again after 90. */
const fill = (store: ContractStore, project: string): Promise<void> =>
  store.unitOfWork.write(async ({ directory, runs, loops }) => {
    await directory.addProject(project, minute(0));
    await runs.addTask(sampleTask('task_1', { project, started_at: minute(0), workflow: 'bugfix' }));
    await runs.addTask(sampleTask('task_2', { project, started_at: minute(0), workflow: 'bugfix', arm: 'memory' }));
    await runs.addRun(sampleRun('run_1', 'task_1', { project }));
    await runs.addRun(sampleRun('run_2', 'task_1', { project, attempt: 2, looped: true }));
    await runs.addRecall(sampleRecall('rec_1', 'run_1', { project, path: 'lexical', decision: 'abstain' }));
    const fact = { project, run_id: 'run_1', by: 'ann' } as const;
    await loops.add({
      project,
      task_id: 'task_1',
      run_id: 'run_1',
      pattern: 'budget',
      action: 'escalate',
      lessons: [],
      at: minute(2),
    });
    await runs.addIntervention({ ...fact, kind: 'takeover', planned: false, at: minute(5) });
    await runs.addIntervention({ ...fact, kind: 'approval', planned: true, at: minute(6) });
    await runs.addCorrection({ ...said, project, correction_id: 'cor_1', match: 'novel', at: minute(5) });
    await runs.addCorrection({
      ...said,
      project,
      correction_id: 'cor_2',
      match: 'repeat',
      repeat_why: 'ignored',
      at: minute(5),
    });
    for (const [source, outcome, at] of [
      ['agent', 'completed_clean', 10],
      ['ci', 'failed', 20],
      ['ci', 'completed_clean', 90],
    ] as const) {
      await runs.addOutcome({ ...fact, task_id: 'task_1', outcome, source, at: minute(at) });
    }
  });

const samplesOf = (families: readonly MetricFamily[], name: string) => {
  const family = families.find((one) => one.name === name);
  return family !== undefined && 'samples' in family ? family.samples : null;
};

export const describeEventCounts = (name: string, open: OpenStore): void => {
  describe(`event counts: ${name}`, () => {
    it('sums what is stored by few labels', async () => {
      const store = await open();
      await fill(store, 'app');
      const families = await store.stores.counts.families('*', minute(100));
      const place = { project: 'app', workflow: 'bugfix' };
      expect(samplesOf(families, 'hone_tasks_started_total')).toEqual([
        { labels: { ...place, arm: 'none' }, value: 1 },
        { labels: { ...place, arm: 'memory' }, value: 1 },
      ]);
      expect(samplesOf(families, 'hone_tasks_closed_total')).toEqual([
        { labels: { ...place, arm: 'none', outcome: 'completed_clean', source: 'agent' }, value: 1 },
        { labels: { ...place, arm: 'none', outcome: 'failed', source: 'ci' }, value: 1 },
      ]);
      expect(samplesOf(families, 'hone_runs_total')).toEqual([{ labels: place, value: 2 }]);
      expect(samplesOf(families, 'hone_interventions_total')).toEqual([
        { labels: { kind: 'approval', planned: 'true' }, value: 1 },
        { labels: { kind: 'takeover', planned: 'false' }, value: 1 },
      ]);
      expect(samplesOf(families, 'hone_recalls_total')).toEqual([
        { labels: { path: 'lexical', decision: 'abstain' }, value: 1 },
      ]);
      expect(samplesOf(families, 'hone_corrections_total')).toEqual([
        { labels: { match: 'ignored' }, value: 1 },
        { labels: { match: 'novel' }, value: 1 },
      ]);
      expect(samplesOf(families, 'hone_loops_total')).toEqual([
        { labels: { pattern: 'budget', action: 'escalate' }, value: 1 },
      ]);
      expect(samplesOf(families, 'hone_review_oldest_age_seconds')).toEqual([{ labels: {}, value: 0 }]);
    });

    it('counts how long tasks took to their first outcome from CI or a person', async () => {
      const store = await open();
      await fill(store, 'app');
      const families = await store.stores.counts.families('*', minute(100));
      const family = families.find((one) => one.name === 'hone_task_resolution_seconds');
      expect(family).toMatchObject({
        type: 'histogram',
        bounds: [60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 259_200],
        distributions: [
          {
            labels: { workflow: 'bugfix', arm: 'none', outcome: 'failed' },
            atMost: [0, 0, 0, 1, 1, 1, 1, 1, 1, 1],
            count: 1,
          },
        ],
      });
      expect(family !== undefined && 'distributions' in family ? family.distributions[0]?.sum : 0).toBeCloseTo(
        1_200,
        2,
      );
    });

    it('sees the named projects only, and has every family in an empty store', async () => {
      const store = await open();
      const empty = await store.stores.counts.families('*', minute(0));
      await fill(store, 'app');
      await fill(store, 'other');
      const named = await store.stores.counts.families(['other'], minute(0));
      expect(named.map((family) => family.name)).toEqual(empty.map((family) => family.name));
      expect(samplesOf(named, 'hone_runs_total')).toEqual([
        { labels: { project: 'other', workflow: 'bugfix' }, value: 2 },
      ]);
      expect(samplesOf(named, 'hone_recalls_total')).toEqual([
        { labels: { path: 'lexical', decision: 'abstain' }, value: 1 },
      ]);
      expect(samplesOf(await store.stores.counts.families([], minute(0)), 'hone_runs_total')).toEqual([]);
    });
  });
};
