import { describe, expect, it } from 'vitest';
import type { Checkpoint } from '../../src/domain/checkpoint.ts';
import type { Correction, Intervention } from '../../src/domain/intervention.ts';
import type { OutcomeRecord } from '../../src/domain/run.ts';
import type { VerdictRecord } from '../../src/domain/verdict.ts';
import {
  addLessons,
  addRunWithTask,
  type ContractStore,
  minute,
  newLesson,
  type OpenStore,
  sampleRecall,
  sampleRun,
  sampleTask,
} from './samples.ts';

const correction = (id: string, change: Partial<Correction> = {}): Correction => ({
  project: 'app',
  correction_id: id,
  run_id: 'run_1',
  wrong: 'edited the generated file',
  right: 'edit the template',
  kind: 'correction',
  match: 'novel',
  lesson_id: 'les_shown',
  by: 'ann',
  at: minute(3),
  ...change,
});
const intervention = (change: Partial<Intervention> = {}): Intervention => ({
  project: 'app',
  run_id: 'run_1',
  kind: 'correction',
  planned: false,
  correction_id: 'cor_1',
  by: 'ann',
  at: minute(3),
  ...change,
});
const outcome = (change: Partial<OutcomeRecord> = {}): OutcomeRecord => ({
  project: 'app',
  run_id: 'run_1',
  task_id: 'task_1',
  outcome: 'completed_clean',
  source: 'agent',
  rewrite_share: 0.25,
  fallback_used: false,
  by: 'ann',
  at: minute(4),
  ...change,
});
const verdict = (change: Partial<VerdictRecord> = {}): VerdictRecord => ({
  project: 'app',
  run_id: 'run_1',
  lesson_id: 'les_shown',
  verdict: 'helpful',
  by: 'ann',
  source: 'agent',
  at: minute(4),
  ...change,
});
const checkpoint = (id: string, change: Partial<Checkpoint> = {}): Checkpoint => ({
  project: 'app',
  checkpoint_id: id,
  run_id: 'run_1',
  question: 'May I drop the table?',
  options: ['yes', 'no'],
  risk: 'high',
  owner: 'data-team',
  asked_at: minute(2),
  expires_at: minute(60),
  ...change,
});

const fill = async (store: ContractStore): Promise<void> => {
  await addRunWithTask(store);
  await store.unitOfWork.write(async ({ runs }) => {
    await runs.addRecall(sampleRecall('rec_1', 'run_1'));
    await runs.addCorrection(correction('cor_1'));
    await runs.addIntervention(intervention());
    await runs.addVerdict(verdict());
    await runs.addOutcome(outcome());
    await runs.addCheckpoint(checkpoint('chk_1'));
  });
};

export const describeRunStore = (name: string, open: OpenStore): void => {
  describe(`run store: ${name}`, () => {
    it('gives tasks and runs back as they were added', async () => {
      const store = await open();
      await addRunWithTask(store);
      const task = sampleTask('task_2', { arm: 'holdout', started_at: minute(1) });
      const full = sampleRun('run_2', 'task_1', {
        attempt: 2,
        error: 'E1',
        agent: 'x',
        model: 'm',
        looped: true,
        started_at: minute(2),
      });
      await store.unitOfWork.write(async ({ runs }) => {
        await runs.addTask(task);
        await runs.addRun(full);
      });
      const { runs } = store.stores;
      expect(await runs.findTask('app', 'task_2')).toEqual(task);
      expect(await runs.findTaskByKey('app', 'APP-1')).toEqual(sampleTask('task_1', { task_key: 'APP-1' }));
      expect(await runs.findTaskByKey('app', 'APP-2')).toBeNull();
      expect(await runs.findRun('app', 'run_2')).toEqual(full);
      expect(await runs.runsOf('app', 'task_1')).toEqual([sampleRun('run_1', 'task_1'), full]);
      expect(await runs.runsOf('app', 'task_2')).toEqual([]);
    });

    it('has one task a key', async () => {
      const store = await open();
      await addRunWithTask(store);
      const second = store.unitOfWork.write(({ runs }) => runs.addTask(sampleTask('task_2', { task_key: 'APP-1' })));
      await expect(second).rejects.toMatchObject({ code: 'CONFLICT' });
    });

    it('tells the whole history of a run', async () => {
      const store = await open();
      await fill(store);
      expect(await store.stores.runs.history('app', 'run_1')).toEqual({
        task: sampleTask('task_1', { task_key: 'APP-1' }),
        run: sampleRun('run_1', 'task_1'),
        recalls: [sampleRecall('rec_1', 'run_1')],
        corrections: [correction('cor_1')],
        interventions: [intervention()],
        verdicts: [verdict()],
        outcomes: [outcome()],
        checkpoints: [checkpoint('chk_1')],
      });
      expect(await store.stores.runs.history('app', 'run_2')).toBeNull();
    });

    it('keeps several outcomes and verdicts, oldest first, and overwrites none', async () => {
      const store = await open();
      await fill(store);
      const later = outcome({ outcome: 'completed_rewritten', source: 'human', at: minute(9) });
      const earlier = outcome({ outcome: 'failed', source: 'ci', at: minute(1) });
      await store.unitOfWork.write(async ({ runs }) => {
        await runs.addOutcome(later);
        await runs.addOutcome(earlier);
        await runs.addVerdict(verdict({ verdict: 'harmful', source: 'human', by: 'bob' }));
      });
      expect(await store.stores.runs.outcomesOfTask('app', 'task_1')).toEqual([earlier, outcome(), later]);
      const verdicts = await store.stores.runs.verdictsOf('app', 'run_1');
      expect(verdicts.map(({ verdict: word }) => word)).toEqual(['helpful', 'harmful']);
      expect(await store.stores.runs.verdictsOfLesson('app', 'les_shown')).toEqual(verdicts);
      const listed = (await store.stores.runs.listRuns('app', {})).items;
      expect(listed.map((item) => item.outcome)).toEqual([later]);
    });

    it('tells with which certainty a judged lesson was shown, newest first', async () => {
      const store = await open();
      await fill(store);
      const shown = sampleRecall('rec_1', 'run_1').candidates.find(({ cut }) => cut === undefined);
      await store.unitOfWork.write(async ({ runs }) => {
        const again = { lesson_id: 'les_shown', rank: 1, score: 0.95 };
        await runs.addRecall({ ...sampleRecall('rec_2', 'run_1'), candidates: [again] });
        // Brought in from a file, which does not say how well it matched.
        const unknown = { lesson_id: 'les_file', rank: 1, score: 0 };
        await runs.addRecall({ ...sampleRecall('rec_3', 'run_1'), candidates: [unknown] });
        await runs.addVerdict(verdict({ lesson_id: 'les_file' }));
        await runs.addVerdict(verdict({ lesson_id: 'les_never_shown' }));
        await runs.addVerdict(verdict({ verdict: 'unused', by: 'bob', source: 'human', at: minute(30) }));
      });
      expect(shown?.lesson_id).toBe('les_shown');
      const exposures = await store.stores.runs.judgedExposures('app', 10);
      const { project: _, ...first } = verdict();
      expect(exposures).toEqual([
        { ...first, score: 0.95, verdict: 'unused', by: 'bob', source: 'human', at: minute(30) },
        { ...first, score: 0.95 },
      ]);
      expect(await store.stores.runs.judgedExposures('app', 1)).toHaveLength(1);
      expect(await store.stores.runs.judgedExposures('other', 10)).toEqual([]);
    });

    it('counts how often a served lesson was shown and not followed since a person last looked at its words', async () => {
      const store = await open();
      await fill(store);
      const times = async () =>
        Object.fromEntries((await store.stores.runs.ignoredLessons('app')).map((one) => [one.lesson_id, one.times]));
      await addLessons(
        store,
        newLesson('les_x', { state: 'active', created_at: minute(30), updated_at: minute(30) }),
        newLesson('les_y', { state: 'provisional', created_at: minute(30), updated_at: minute(30) }),
        newLesson('les_z', { state: 'proposed', created_at: minute(30), updated_at: minute(30) }),
      );
      await store.unitOfWork.write(async ({ runs }) => {
        const repeat = { match: 'repeat', repeat_why: 'ignored', lesson_id: 'les_x' } as const;
        await runs.addCorrection(correction('cor_7', { ...repeat, at: minute(20) }));
        await runs.addCorrection(correction('cor_8', { ...repeat, at: minute(40) }));
        await runs.addCorrection(correction('cor_9', { ...repeat, repeat_why: 'missed', at: minute(41) }));
        for (const lesson_id of ['les_x', 'les_y', 'les_z', 'les_absent']) {
          await runs.addVerdict(verdict({ lesson_id, verdict: 'ignored', at: minute(42) }));
        }
      });
      expect(await times()).toEqual({ les_x: 2, les_y: 1 });
      const looked = {
        version: 1,
        from: 'active',
        to: 'active',
        actor: 'kim',
        role: 'reviewer',
        reason: 'it stays',
      } as const;
      await store.unitOfWork.write(({ lessons }) =>
        lessons.move('app', { ...looked, lesson_id: 'les_x', at: minute(41) }),
      );
      expect(await times()).toEqual({ les_x: 1, les_y: 1 });
      expect(await store.stores.runs.ignoredLessons('other')).toEqual([]);
    });

    it('counts the runs in which lessons have a part, each run once', async () => {
      const store = await open();
      await fill(store);
      await store.unitOfWork.write(async ({ runs }) => {
        const of = { lesson_id: 'les_new', match: 'novel' } as const;
        await runs.addCorrection(correction('cor_7', { ...of, at: minute(50) }));
        await runs.addCorrection(correction('cor_8', { ...of, at: minute(51) }));
      });
      const reach = async (project: string, since: number) =>
        (await store.stores.runs.reachOf(project, ['les_new', 'les_absent'], minute(since))).map(
          (one) => one.lesson_id,
        );
      expect(await reach('app', 50)).toEqual(['les_new']);
      expect(await reach('app', 52)).toEqual([]);
      expect(await reach('other', 0)).toEqual([]);
    });

    it('lists runs newest first, with the whole number', async () => {
      const store = await open();
      await addRunWithTask(store);
      await store.unitOfWork.write(({ runs }) => runs.addRun(sampleRun('run_2', 'task_1', { started_at: minute(5) })));
      const all = await store.stores.runs.listRuns('app', {});
      expect(all.items.map(({ run }) => run.run_id)).toEqual(['run_2', 'run_1']);
      expect(all.items[0]).not.toHaveProperty('outcome');
      const one = await store.stores.runs.listRuns('app', { limit: 1 });
      expect([one.items.length, one.total]).toEqual([1, 2]);
    });

    it('knows which runs were shown a lesson, newest first, and which recalls were only candidates or without a run', async () => {
      const store = await open();
      await fill(store);
      await store.unitOfWork.write(async ({ runs }) => {
        await runs.addRecall(sampleRecall('rec_2', 'run_1', { at: minute(7) }));
        await runs.addRecall(sampleRecall('rec_3', undefined, { at: minute(8) }));
      });
      expect(await store.stores.runs.exposuresOf('app', 'les_shown')).toEqual([
        { run_id: 'run_1', recall_id: 'rec_2', at: minute(7) },
        { run_id: 'run_1', recall_id: 'rec_1', at: minute(1) },
      ]);
      expect(await store.stores.runs.exposuresOf('app', 'les_cut')).toEqual([]);
      const recalls = await store.stores.runs.recallsOf('app', 'run_1');
      expect(recalls.map(({ recall_id }) => recall_id)).toEqual(['rec_1', 'rec_2']);
      expect((await store.stores.runs.lastRecalls('app', 2)).map(({ recall_id }) => recall_id)).toEqual([
        'rec_3',
        'rec_2',
      ]);
    });

    it('finds corrections by id and by lesson', async () => {
      const store = await open();
      await fill(store);
      const repeat = correction('cor_2', {
        match: 'repeat',
        repeat_why: 'ignored',
        why: 'w',
        quote: 'q',
        at: minute(1),
      });
      const { run_id: _, ...loose } = correction('cor_3', { lesson_id: 'les_other' });
      await store.unitOfWork.write(async ({ runs }) => {
        await runs.addCorrection(repeat);
        await runs.addCorrection(loose);
      });
      expect(await store.stores.runs.findCorrection('app', 'cor_2')).toEqual(repeat);
      expect(await store.stores.runs.findCorrection('app', 'cor_3')).toEqual(loose);
      expect(await store.stores.runs.correctionsOfLesson('app', 'les_shown')).toEqual([repeat, correction('cor_1')]);
    });

    it('keeps the first answer to a checkpoint', async () => {
      const store = await open();
      await fill(store);
      const answer = (text: string, by: string) =>
        store.unitOfWork.write(({ runs }) =>
          runs.answerCheckpoint('app', 'chk_1', { answer: text, by, at: minute(5) }),
        );
      expect(await answer('no', 'bob')).toBe(true);
      expect(await answer('yes', 'eve')).toBe(false);
      expect(await store.stores.runs.findCheckpoint('app', 'chk_1')).toEqual(
        checkpoint('chk_1', { answer: 'no', answered_by: 'bob', answered_at: minute(5) }),
      );
      expect(await store.stores.runs.findCheckpoint('app', 'chk_2')).toBeNull();
    });

    it('lists checkpoints oldest first, and those still open at a time', async () => {
      const store = await open();
      await fill(store);
      await store.unitOfWork.write(async ({ runs }) => {
        await runs.addCheckpoint(checkpoint('chk_0', { asked_at: minute(1), expires_at: minute(30) }));
        await runs.addCheckpoint(checkpoint('chk_2', { asked_at: minute(3) }));
        await runs.answerCheckpoint('app', 'chk_2', { answer: 'no', by: 'bob', at: minute(4) });
      });
      const ids = async (filter: { openAt?: string }) =>
        (await store.stores.runs.listCheckpoints('app', filter)).map(({ checkpoint_id }) => checkpoint_id);
      expect(await ids({})).toEqual(['chk_0', 'chk_1', 'chk_2']);
      expect(await ids({ openAt: minute(29) })).toEqual(['chk_0', 'chk_1']);
      expect(await ids({ openAt: minute(30) })).toEqual(['chk_1']);
    });

    it('refuses what happened in a run that is not there', async () => {
      const store = await open();
      await fill(store);
      const stray = store.unitOfWork.write(({ runs }) => runs.addOutcome(outcome({ run_id: 'run_x' })));
      await expect(stray).rejects.toMatchObject({ code: 'CONFLICT' });
    });

    it('sees nothing of another project, by any method', async () => {
      const store = await open();
      await fill(store);
      await addRunWithTask(store, 'other');
      const { runs } = store.stores;
      const nothing = [
        await runs.findTask('none', 'task_1'),
        await runs.findTaskByKey('none', 'APP-1'),
        await runs.findRun('none', 'run_1'),
        await runs.history('none', 'run_1'),
        await runs.findCorrection('other', 'cor_1'),
        await runs.findCheckpoint('other', 'chk_1'),
      ];
      expect(nothing.filter((one) => one !== null)).toEqual([]);
      const empty = [
        await runs.runsOf('none', 'task_1'),
        (await runs.listRuns('none', {})).items,
        await runs.recallsOf('other', 'run_1'),
        await runs.verdictsOf('other', 'run_1'),
        await runs.outcomesOfTask('other', 'task_1'),
        await runs.correctionsOfLesson('other', 'les_shown'),
        await runs.exposuresOf('other', 'les_shown'),
        await runs.verdictsOfLesson('other', 'les_shown'),
        await runs.listCheckpoints('other', {}),
        await runs.lastRecalls('other', 5),
      ];
      expect(empty.flat()).toEqual([]);
      expect((await runs.listRuns('none', {})).total).toBe(0);
      const answer = { answer: 'yes', by: 'eve', at: minute(3) };
      expect(await store.unitOfWork.write((stores) => stores.runs.answerCheckpoint('other', 'chk_1', answer))).toBe(
        false,
      );
      expect((await runs.findCheckpoint('app', 'chk_1'))?.answer).toBeUndefined();
      expect(await runs.history('other', 'run_1')).toMatchObject({ recalls: [], corrections: [], outcomes: [] });
    });

    it('lets nobody write into a run of another project', async () => {
      const store = await open();
      await fill(store);
      const writes: ((store: ContractStore) => Promise<void>)[] = [
        ({ unitOfWork }) =>
          unitOfWork.write(({ runs }) => runs.addRun(sampleRun('run_9', 'task_1', { project: 'other' }))),
        ({ unitOfWork }) =>
          unitOfWork.write(({ runs }) => runs.addRecall(sampleRecall('rec_9', 'run_1', { project: 'other' }))),
        ({ unitOfWork }) =>
          unitOfWork.write(({ runs }) => runs.addCorrection(correction('cor_9', { project: 'other' }))),
        ({ unitOfWork }) => unitOfWork.write(({ runs }) => runs.addIntervention(intervention({ project: 'other' }))),
        ({ unitOfWork }) => unitOfWork.write(({ runs }) => runs.addOutcome(outcome({ project: 'other' }))),
        ({ unitOfWork }) => unitOfWork.write(({ runs }) => runs.addVerdict(verdict({ project: 'other' }))),
        ({ unitOfWork }) =>
          unitOfWork.write(({ runs }) => runs.addCheckpoint(checkpoint('chk_9', { project: 'other' }))),
      ];
      await store.unitOfWork.write(({ directory }) => directory.addProject('other', minute(0)));
      const before = await store.stores.runs.history('app', 'run_1');
      for (const write of writes) await expect(write(store)).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await store.stores.runs.history('app', 'run_1')).toEqual(before);
    });
  });
};
