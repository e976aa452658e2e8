import { describe, expect, it } from 'vitest';
import type { Trial } from '../../src/domain/trial.ts';
import { type ContractStore, minute, type OpenStore, sampleTask } from './samples.ts';

const trial = (id: string, change: Partial<Trial> = {}): Trial => ({
  project: 'app',
  trial_id: id,
  workflow: 'bugfix',
  owner: 'platform-team',
  started_by: 'ann',
  started_at: minute(0),
  ends_at: minute(7 * 24 * 60),
  baseline: null,
  plan: { margin: 10, minimum_effect: 0.15, tasks_for_effect: 121, tasks_for_margin: 198, tasks_expected: null },
  lessons: [{ lesson_id: 'les_1', version: 2, critical: true }],
  delivery: { holdout_share: 0 },
  ...change,
});

const write = (store: ContractStore, ...trials: Trial[]): Promise<void> =>
  store.unitOfWork.write(async ({ directory, trials: target }) => {
    for (const one of trials) {
      await directory.addProject(one.project, minute(0));
      await target.add(one);
    }
  });

const describeTrials = (name: string, open: OpenStore): void => {
  describe(`trials: ${name}`, () => {
    it('come back as they were frozen, with what happened to them in order', async () => {
      const store = await open();
      const baseline = {
        from: minute(-100),
        to: minute(0),
        tasks: 3,
        runs: 4,
        completion: 0.5,
        interventions_per_100_runs: null,
        coverage: 1,
      };
      await write(store, trial('trl_1', { baseline }));
      const base = { project: 'app', trial_id: 'trl_1', by: 'ann' } as const;
      const events = [
        { ...base, kind: 'rehearsed', seconds: 0.2, at: minute(1) },
        { ...base, kind: 'extended', ends_at: minute(9), reason: 'too few tasks', at: minute(1) },
        { ...base, kind: 'stopped', at: minute(1) },
      ] as const;
      for (const event of events) await store.unitOfWork.write(({ trials }) => trials.addEvent(event));
      expect(await store.stores.trials.find('app', 'trl_1')).toEqual({ trial: trial('trl_1', { baseline }), events });
    });

    it('are found by their workflow and listed, the newest first, in their project only', async () => {
      const store = await open();
      await write(
        store,
        trial('trl_1'),
        trial('trl_2', { started_at: minute(5) }),
        trial('trl_3', { started_at: minute(9), workflow: 'migration' }),
        trial('trl_4', { started_at: minute(9), project: 'web' }),
      );
      const { trials } = store.stores;
      expect((await trials.latest('app', 'bugfix'))?.trial.trial_id).toBe('trl_2');
      expect(await trials.latest('app', 'docs')).toBeNull();
      expect((await trials.list('app')).map((one) => one.trial.trial_id)).toEqual(['trl_3', 'trl_2', 'trl_1']);
      expect(await trials.find('app', 'trl_4')).toBeNull();
      expect(await trials.list('empty')).toEqual([]);
    });

    it('are not written by half', async () => {
      const store = await open();
      const failing = store.unitOfWork.write(async ({ directory, trials }) => {
        await directory.addProject('app', minute(0));
        await trials.add(trial('trl_1'));
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow();
      expect(await store.stores.trials.list('app')).toEqual([]);
    });
  });
};

export const describeTrialStore = (name: string, open: OpenStore): void => {
  describeTrials(name, open);
  describe(`decisions around trials: ${name}`, () => {
    it('on delivery: the latest counts, a workflow’s own before that for all', async () => {
      const store = await open();
      const decide = (project: string, workflow: string, holdout_share: number) =>
        store.unitOfWork.write(async ({ directory, trials }) => {
          await directory.addProject(project, minute(0));
          await trials.setDelivery({ project, workflow, holdout_share, by: 'ann', at: minute(0) });
        });
      const { trials } = store.stores;
      expect(await trials.delivery('app', 'bugfix')).toBeNull();
      await decide('app', '*', 0.05);
      await decide('app', 'bugfix', 0.1);
      await decide('app', 'bugfix', 0);
      await decide('app', '*', 0.2);
      await decide('web', 'docs', 1);
      expect(await trials.delivery('app', 'bugfix')).toMatchObject({ holdout_share: 0, number: 3 });
      expect(await trials.delivery('app', 'docs')).toMatchObject({ holdout_share: 0.2, number: 4, workflow: '*' });
      expect(await trials.delivery('web', 'docs')).toMatchObject({ holdout_share: 1, number: 1 });
    });

    it('count the tasks drawn under each, in one workflow of one project', async () => {
      const store = await open();
      await store.unitOfWork.write(async ({ directory, runs }) => {
        for (const project of ['app', 'web']) await directory.addProject(project, minute(0));
        const drawn = { arm: 'holdout', drawn_in: 'trl_1', workflow: 'bugfix' } as const;
        await runs.addTask(sampleTask('task_1', drawn));
        await runs.addTask(sampleTask('task_2', { ...drawn, drawn_in: 'trl_2' }));
        await runs.addTask(sampleTask('task_3', { ...drawn, workflow: 'docs' }));
        await runs.addTask(sampleTask('task_4', { ...drawn, project: 'web' }));
        await runs.addTask(sampleTask('task_5', { workflow: 'bugfix' }));
      });
      expect(await store.stores.trials.drawnSoFar('app', 'bugfix', 'trl_1')).toBe(1);
      expect(await store.stores.runs.findTask('app', 'task_1')).toMatchObject({ arm: 'holdout', drawn_in: 'trl_1' });
    });

    it('keep the first key for drawing, the latest baseline and the latest answer to a gate', async () => {
      const store = await open();
      const { trials } = store.stores;
      expect(await trials.drawingKey('app')).toBeNull();
      const by = { project: 'app', by: 'ann', at: minute(0) } as const;
      await store.unitOfWork.write(async ({ directory, trials: target }) => {
        await directory.addProject('app', minute(0));
        await target.keepDrawingKey('app', 'first');
        await target.keepDrawingKey('app', 'second');
        await target.lockBaseline({ ...by, from: minute(1), to: minute(2) });
        await target.lockBaseline({ ...by, from: minute(3), to: minute(4) });
        await target.lockBaseline({ ...by, workflow: 'docs', from: minute(5), to: minute(6) });
        await target.answerGate({ ...by, gate: 'restore_drill', passed: false });
        await target.answerGate({ ...by, gate: 'restore_drill', passed: true, note: 'in 40 s' });
      });
      expect(await trials.drawingKey('app')).toBe('first');
      expect(await trials.lockedBaseline('app', null)).toMatchObject({ from: minute(3) });
      expect(await trials.lockedBaseline('app', 'docs')).toMatchObject({ from: minute(5), workflow: 'docs' });
      expect(await trials.lockedBaseline('app', 'bugfix')).toBeNull();
      const answers = await trials.gateAnswers('app');
      expect([...answers.keys()]).toEqual(['restore_drill']);
      expect(answers.get('restore_drill')).toMatchObject({ passed: true, note: 'in 40 s' });
    });
  });
};
