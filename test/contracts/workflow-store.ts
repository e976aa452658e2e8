import { describe, expect, it } from 'vitest';
import type { RoutingRecord } from '../../src/domain/routing/routing-record.ts';
import { DEFAULT_WORKFLOW, type WorkflowSet } from '../../src/domain/workflow.ts';
import { along, MODEL, minute, type OpenStore, sampleRun, sampleTask } from './samples.ts';

const set = (version: number, change: Partial<WorkflowSet> = {}): WorkflowSet => ({
  project: 'app',
  version,
  workflows: [{ ...DEFAULT_WORKFLOW, name: `w${version}` }],
  by: 'ann',
  at: minute(version),
  ...change,
});
const example = (text: string, source: 'file' | 'task' = 'file') => ({
  workflow: 'w1',
  source,
  text,
  vector: along(1),
});
const record = (change: Partial<RoutingRecord> = {}): RoutingRecord => ({
  project: 'app',
  task_id: 'task_1',
  run_id: 'run_1',
  decision: 'clarify',
  named: false,
  at: minute(5),
  ...change,
});

/** What every store of workflows promises. */
export const workflowStoreContract = (open: OpenStore): void => {
  const setUp = async () => {
    const store = await open();
    const write = store.unitOfWork.write.bind(store.unitOfWork);
    await write(async (stores) => {
      for (const project of ['app', 'other']) await stores.directory.addProject(project, minute(0));
      await stores.runs.addTask(sampleTask('task_1'));
      await stores.runs.addRun(sampleRun('run_1', 'task_1'));
    });
    return { write, workflows: store.stores.workflows, runs: store.stores.runs };
  };

  describe('a workflow store', () => {
    it('holds the newest set, keeps the older ones, and sees one project only', async () => {
      const { write, workflows } = await setUp();
      expect(await workflows.current('app')).toBeNull();
      for (const version of [1, 2]) await write((stores) => stores.workflows.apply(set(version), [], MODEL));
      expect(await workflows.current('app')).toEqual(set(2));
      expect(await workflows.version('app', 1)).toEqual(set(1));
      expect(await workflows.current('other')).toBeNull();
      await expect(write((stores) => stores.workflows.apply(set(2), [], MODEL))).rejects.toMatchObject({
        code: 'CONFLICT',
      });
    });

    it('replaces the examples of the file and keeps what was learned, with vectors of the asked model only', async () => {
      const { write, workflows } = await setUp();
      await write((stores) => stores.workflows.apply(set(1), [example('old')], MODEL));
      await write((stores) => stores.workflows.learn('app', example('learned', 'task'), MODEL, minute(3)));
      await write((stores) => stores.workflows.learn('app', example('learned', 'task'), MODEL, minute(4)));
      await write((stores) => stores.workflows.apply(set(2), [example('new')], MODEL));
      const found = await workflows.examples('app', MODEL);
      expect(found.map(({ text }) => text).sort()).toEqual(['learned', 'new']);
      expect(found.map(({ vector }) => vector)).toEqual([along(1), along(1)]);
      expect((await workflows.examples('app', 'other model')).map(({ vector }) => vector)).toEqual([null, null]);
      expect(await workflows.examples('other', MODEL)).toEqual([]);
    });

    it('lets the oldest learned tasks go', async () => {
      const { write, workflows } = await setUp();
      await write(async (stores) => {
        for (let n = 0; n < 65; n += 1) {
          await stores.workflows.learn('app', { ...example(`task ${n}`, 'task'), vector: null }, MODEL, minute(n));
        }
      });
      const texts = (await workflows.examples('app', MODEL)).map(({ text }) => text);
      expect(texts).toHaveLength(60);
      expect(texts[0]).toBe('task 64');
    });

    it('appends answers, and files the task under a decided one unless it is in a trial', async () => {
      const { write, workflows, runs } = await setUp();
      const decided = record({ decision: 'proceed', workflow: 'w1', confidence: 0.9, named: true });
      await write((stores) => stores.workflows.addRouting(record()));
      await write((stores) => stores.workflows.addRouting(decided));
      expect(await workflows.routings('app', 'task_1')).toEqual([record(), decided]);
      expect((await runs.findTask('app', 'task_1'))?.workflow).toBe('w1');
      await write(async (stores) => {
        await stores.runs.addTask({ ...sampleTask('task_2'), task_key: 'K2', arm: 'memory' });
        await stores.runs.addRun(sampleRun('run_2', 'task_2'));
        await stores.workflows.addRouting(record({ ...decided, task_id: 'task_2', run_id: 'run_2' }));
      });
      expect((await runs.findTask('app', 'task_2'))?.workflow).toBe(sampleTask('task_2').workflow);
    });

    it('finds the run that waits for a choice, until it is made', async () => {
      const { write, workflows } = await setUp();
      const { principal, text } = sampleRun('run_1', 'task_1');
      const asked = { principal, text, since: minute(-60) };
      expect(await workflows.openQuestion('app', asked)).toBeNull();
      await write((stores) => stores.workflows.addRouting(record()));
      expect(await workflows.openQuestion('app', asked)).toEqual({ task_id: 'task_1', run_id: 'run_1' });
      expect(await workflows.openQuestion('app', { ...asked, principal: 'somebody else' })).toBeNull();
      expect(await workflows.openQuestion('app', { ...asked, text: 'another task' })).toBeNull();
      expect(await workflows.openQuestion('other', asked)).toBeNull();
      await write((stores) => stores.workflows.addRouting(record({ decision: 'proceed', workflow: 'w1' })));
      expect(await workflows.openQuestion('app', asked)).toBeNull();
    });
  });
};
