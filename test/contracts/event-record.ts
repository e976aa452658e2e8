import { describe, expect, it } from 'vitest';
import { countedTask } from '../../src/domain/metrics/counted-task.ts';
import {
  addLessons,
  type ContractStore,
  minute,
  newLesson,
  type OpenStore,
  sampleRecall,
  sampleRun,
  sampleStep,
  sampleTask,
} from './samples.ts';

const said = { wrong: 'w', right: 'r', kind: 'correction', match: 'novel', by: 'ann' } as const;

/** Two tasks of one workflow (the first with two runs) and one of another, a minute apart. */
const fill = (store: ContractStore, project = 'app'): Promise<void> =>
  store.unitOfWork.write(async ({ directory, runs }) => {
    await directory.addProject(project, minute(0));
    await runs.addTask(sampleTask('task_1', { project, started_at: minute(1) }));
    await runs.addTask(sampleTask('task_2', { project, started_at: minute(2), arm: 'memory' }));
    await runs.addTask(sampleTask('task_3', { project, started_at: minute(3), workflow: 'migration' }));
    await runs.addRun(sampleRun('run_1', 'task_1', { project, started_at: minute(1) }));
    await runs.addRun(sampleRun('run_2', 'task_1', { project, started_at: minute(50), attempt: 2, looped: true }));
    await runs.addRun(sampleRun('run_3', 'task_2', { project, started_at: minute(2) }));
    const fact = { project, by: 'ann' } as const;
    for (const [run_id, task_id, at] of [
      ['run_2', 'task_1', minute(60)],
      ['run_1', 'task_1', minute(10)],
      ['run_3', 'task_2', minute(20)],
    ] as const) {
      await runs.addRecall(sampleRecall(`rec_${run_id}`, run_id, { project, at }));
      await runs.addCorrection({ ...said, project, correction_id: `cor_${run_id}`, run_id, at });
      await runs.addIntervention({ ...fact, run_id, kind: 'takeover', planned: false, at });
      await runs.addOutcome({ ...fact, run_id, task_id, outcome: 'failed', source: 'ci', at });
      await runs.addVerdict({ ...fact, run_id, lesson_id: 'les_shown', verdict: 'unused', source: 'agent', at });
    }
    await runs.addCorrection({ ...said, project, correction_id: 'cor_loose', at: minute(5) });
  });

const window = { from: minute(0), to: minute(1_000) };

export const describeEventRecord = (name: string, open: OpenStore): void => {
  describe(`event record: ${name}`, () => {
    it('gives each task with all that happened in it, oldest first', async () => {
      const store = await open();
      await fill(store);
      const tasks = await store.stores.events.fullTasks('app', window);
      expect(tasks.map(({ task }) => task.task_id)).toEqual(['task_1', 'task_2', 'task_3']);
      const [first, second, third] = tasks;
      expect(first?.runs.map(({ run_id }) => run_id)).toEqual(['run_1', 'run_2']);
      expect(first?.looped).toBe(true);
      for (const facts of [
        first?.recalls,
        first?.interventions,
        first?.outcomes,
        first?.verdicts,
        first?.corrections,
      ]) {
        expect(facts?.map(({ run_id, at }) => [run_id, at])).toEqual([
          ['run_1', minute(10)],
          ['run_2', minute(60)],
        ]);
      }
      expect(second?.task.arm).toBe('memory');
      expect(second?.looped).toBe(false);
      expect(second?.outcomes.map(({ run_id }) => run_id)).toEqual(['run_3']);
      expect(third).toMatchObject({
        runs: [],
        recalls: [],
        interventions: [],
        outcomes: [],
        verdicts: [],
        corrections: [],
      });
    });

    it('counts the same as it keeps, without the texts', async () => {
      const store = await open();
      await fill(store);
      const { events } = store.stores;
      for (const change of [{}, { workflow: 'migration' }, { from: minute(2) }]) {
        const slice = { ...window, ...change };
        const [full, plain] = [await events.fullTasks('app', slice), await events.histories('app', slice)];
        expect(full).toMatchObject(plain);
        expect(JSON.stringify(plain.map((one) => ({ ...one, corrections: [] })))).not.toContain('"text"');
        expect(await events.tasks('app', slice)).toEqual(plain.map(countedTask));
      }
    });

    it('keeps of each recall what was shown', async () => {
      const store = await open();
      await fill(store);
      const [first] = await store.stores.events.fullTasks('app', window);
      expect(first?.recalls[0]?.candidates).toEqual([{ lesson_id: 'les_shown', rank: 1, score: 0.9 }]);
      expect(first?.recalls[0]).toMatchObject({ recall_id: 'rec_run_1', tokens: 40, decision: 'deliver' });
    });

    it('keeps of each recall what only the holdout kept from being shown, too', async () => {
      const store = await open();
      await fill(store);
      await store.unitOfWork.write(async ({ runs }) => {
        const candidates = [
          { lesson_id: 'les_held', rank: 1, score: 0.8, cut: 'holdout' },
          { lesson_id: 'les_weak', rank: 2, score: 0.1, cut: 'threshold' },
        ] as const;
        await runs.addRecall(sampleRecall('rec_held', 'run_3', { at: minute(21), candidates }));
      });
      const tasks = await store.stores.events.fullTasks('app', window);
      const recall = tasks[1]?.recalls.find((one) => one.recall_id === 'rec_held');
      expect(recall?.candidates).toEqual([{ lesson_id: 'les_held', rank: 1, score: 0.8, cut: 'holdout' }]);
      const [, counted] = await store.stores.events.histories('app', window);
      expect(counted?.recalls[1]?.candidates).toEqual([{ lesson_id: 'les_held', cut: 'holdout' }]);
    });

    it('tells the steps of each lesson and when it was confirmed, in its project only', async () => {
      const store = await open();
      await addLessons(store, newLesson('les_a'), newLesson('les_b'), newLesson('les_c', { project: 'web' }));
      await store.unitOfWork.write(async ({ lessons }) => {
        await lessons.move('app', sampleStep('les_a', { from: 'active', to: 'disputed', at: minute(5) }));
        const trigger = { text: 'a task', at: minute(7), source: 'person' } as const;
        await lessons.addTrigger('app', 'les_b', trigger, { terms: ['task'], vector: null, model: null });
      });
      const lives = await store.stores.events.lessonLives('app');
      expect(lives.sort((a, b) => a.lesson_id.localeCompare(b.lesson_id))).toEqual([
        {
          lesson_id: 'les_a',
          steps: [
            { from: null, to: 'active', role: 'reviewer', at: minute(0) },
            { from: 'active', to: 'disputed', role: 'reviewer', at: minute(5) },
          ],
          confirmed: [],
        },
        {
          lesson_id: 'les_b',
          steps: [{ from: null, to: 'active', role: 'reviewer', at: minute(0) }],
          confirmed: [minute(7)],
        },
      ]);
    });

    it('takes tasks by their start: from, inclusive, to, exclusive; and by workflow', async () => {
      const store = await open();
      await fill(store);
      const ids = async (change: object) =>
        (await store.stores.events.tasks('app', { ...window, ...change })).map(({ task }) => task.task_id);
      expect(await ids({ from: minute(2) })).toEqual(['task_2', 'task_3']);
      expect(await ids({ to: minute(2) })).toEqual(['task_1']);
      expect(await ids({ workflow: 'migration' })).toEqual(['task_3']);
      expect(await ids({ workflow: 'none' })).toEqual([]);
      const [late] = await store.stores.events.histories('app', { ...window, to: minute(2) });
      expect(late?.outcomes).toHaveLength(2);
    });

    it('gives corrections that belong to no run by their own time', async () => {
      const store = await open();
      await fill(store);
      const { events } = store.stores;
      const loose = { ...said, project: 'app', correction_id: 'cor_loose', at: minute(5) };
      expect(await events.looseCorrections('app', window)).toEqual([loose]);
      expect(await events.looseCorrections('app', { from: minute(0), to: minute(5) })).toEqual([]);
      expect(await events.looseCorrections('app', { from: minute(5), to: minute(6) })).toEqual([loose]);
    });

    it('knows when the first task started, and the one after so many', async () => {
      const store = await open();
      const start = (place: number, workflow?: string) =>
        store.stores.events.startOfTask('app', { place, ...(workflow === undefined ? {} : { workflow }) });
      expect(await start(0)).toBeNull();
      await fill(store);
      expect([await start(0), await start(2), await start(3)]).toEqual([minute(1), minute(3), null]);
      expect([await start(0, 'migration'), await start(1, 'migration')]).toEqual([minute(3), null]);
    });

    it('sees nothing of another project, even where ids are the same', async () => {
      const store = await open();
      await fill(store);
      await fill(store, 'other');
      const { events } = store.stores;
      const own = await events.fullTasks('app', window);
      expect((await events.histories('app', window)).flatMap(({ outcomes }) => outcomes)).toHaveLength(3);
      expect(own.flatMap(({ runs }) => runs)).toHaveLength(3);
      expect(own.flatMap(({ outcomes }) => outcomes).every(({ project }) => project === 'app')).toBe(true);
      expect(own.flatMap(({ recalls }) => recalls)).toHaveLength(3);
      expect(await events.looseCorrections('app', window)).toHaveLength(1);
      expect(await events.tasks('none', window)).toEqual([]);
      expect(await events.looseCorrections('none', window)).toEqual([]);
      expect(await events.startOfTask('none', { place: 0 })).toBeNull();
    });
  });
};
