import { describe, expect, it } from 'vitest';
import { DEFAULT_WORKFLOW } from '../../../src/domain/workflow.ts';
import { applyWorkflows } from '../../../src/use-cases/apply-workflows.ts';
import { startTask } from '../../../src/use-cases/start-task.ts';
import { lockBaseline } from '../../../src/use-cases/trial/lock-baseline.ts';
import { startTrial } from '../../../src/use-cases/trial/start-trial.ts';
import { openTestServices, soloAgent, soloPerson, teamReviewer } from '../../support/test-services.ts';
import { runTasks, SITUATION, teach } from '../../support/trials.ts';

const BASE = { workflow: 'bugfix', owner: 'platform-team' } as const;

describe('starting a trial', () => {
  it('freezes owner, lessons, margin and the time of the look, and says what it takes', async () => {
    const { services } = await openTestServices();
    const taught = await teach(services);
    const { trial, warnings, dry_run } = await startTrial(services, soloPerson, BASE);
    expect(trial).toMatchObject({
      project: 'app',
      workflow: 'bugfix',
      owner: 'platform-team',
      started_by: 'ann',
      baseline: null,
      plan: { margin: 10, minimum_effect: 0.15, tasks_for_effect: 121, tasks_for_margin: 198, tasks_expected: null },
      lessons: [{ lesson_id: taught.lesson?.lesson_id, version: 1, critical: false }],
      delivery: { holdout_share: 0 },
    });
    expect(Date.parse(trial.ends_at) - Date.parse(trial.started_at)).toBe(7 * 86_400_000);
    expect(trial.trial_id).toMatch(/^trl_/u);
    expect(warnings).toEqual([expect.stringContaining('There is no baseline')]);
    expect(dry_run).toBe(false);
    expect((await services.stores.trials.find('app', trial.trial_id))?.trial).toEqual(trial);
  });

  it('measures the baseline before it, and warns when its pace is too slow', async () => {
    const opened = await openTestServices();
    await teach(opened.services);
    await runTasks(opened, 40, (_, index) => ({
      outcome: index % 4 === 0 ? 'failed' : 'completed_clean',
      interventions: index % 10 === 0 ? 1 : 0,
    }));
    opened.clock.advance(1);
    const { trial, warnings } = await startTrial(opened.services, soloPerson, { ...BASE, days: 14 });
    expect(trial.baseline).toMatchObject({
      tasks: 40,
      completion: 0.75,
      interventions_per_100_runs: 10,
      coverage: 1,
    });
    expect(trial.plan).toMatchObject({ tasks_for_effect: 100, tasks_for_margin: 112, tasks_expected: 20 });
    expect(warnings).toEqual([expect.stringContaining('20 tasks of the 112')]);
  });

  it('takes the locked baseline before the days that went by', async () => {
    const opened = await openTestServices();
    await runTasks(opened, 3, () => ({}));
    opened.clock.advance(24 * 30);
    await lockBaseline(opened.services, soloPerson, { workflow: 'bugfix', from: '2026-10-01', to: '2026-10-02' });
    const { trial } = await startTrial(opened.services, soloPerson, BASE);
    expect(trial.baseline).toMatchObject({ tasks: 3, from: '2026-10-01T00:00:00.000Z' });
  });

  it('as a dry run starts nothing', async () => {
    const { services } = await openTestServices();
    expect(await startTrial(services, soloPerson, { ...BASE, dry_run: true })).toMatchObject({ dry_run: true });
    expect(await services.stores.trials.list('app')).toEqual([]);
  });

  it('draws new tasks of its workflow half and half, and no others', async () => {
    const opened = await openTestServices();
    const { services } = opened;
    await teach(services);
    await startTask(services, soloAgent, { task: SITUATION, task_key: 'OLD', workflow: 'bugfix' });
    await startTrial(services, soloPerson, BASE);
    await runTasks(opened, 20, () => ({}));
    await startTask(services, soloAgent, { task: SITUATION, task_key: 'OLD', workflow: 'bugfix' });
    await startTask(services, soloAgent, { task: SITUATION, task_key: 'ELSE' });
    const arm = async (key: string) => (await services.stores.runs.findTaskByKey('app', key))?.arm;
    const arms = await Promise.all(Array.from({ length: 20 }, (_, index) => arm(`T-${index}`)));
    for (let block = 0; block < 10; block += 1) {
      expect(arms.slice(2 * block, 2 * block + 2).sort()).toEqual(['holdout', 'memory']);
    }
    expect(new Set(Array.from({ length: 10 }, (_, block) => arms[2 * block])).size).toBe(2);
    expect(await arm('OLD')).toBeUndefined();
    expect(await arm('ELSE')).toBeUndefined();
  });

  it('delivers only the frozen lessons in its workflow, unless one is marked critical', async () => {
    const { services } = await openTestServices();
    await startTrial(services, soloPerson, BASE);
    const taught = await teach(services);
    const shown = async (key: string, workflow: string) =>
      (await startTask(services, soloAgent, { task: SITUATION, task_key: key, workflow })).recall.lessons.length;
    const inTrial = async () => [await shown('A', 'bugfix'), await shown('B', 'bugfix')];
    expect(await inTrial()).toEqual([0, 0]);
    expect(await shown('C', 'docs')).toBe(1);
    await services.unitOfWork.write(({ lessons }) => lessons.setCritical('app', taught.lesson?.lesson_id ?? '', true));
    expect(await inTrial()).toEqual([1, 1]);
  });

  it('warns when the project declares workflows, and none of that name', async () => {
    const { services } = await openTestServices();
    await applyWorkflows(services, soloPerson, { workflows: [{ ...DEFAULT_WORKFLOW, name: 'migration' }] });
    const { warnings } = await startTrial(services, soloPerson, { ...BASE, dry_run: true });
    expect(warnings[0]).toContain('It declares: migration.');
  });

  it('is refused while another one of the workflow is open, for anyone but a lead, and for odd numbers', async () => {
    const { services, clock } = await openTestServices();
    await startTrial(services, soloPerson, BASE);
    const again = (change: object = {}, caller = soloPerson) => startTrial(services, caller, { ...BASE, ...change });
    await expect(again()).rejects.toMatchObject({ code: 'CONFLICT' });
    clock.advance(24 * 8);
    await expect(again()).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(again({}, soloAgent)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(again({}, teamReviewer('bo'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const odd of [
      { days: 0 },
      { days: 29 },
      { days: 1.5 },
      { margin: 0 },
      { margin: Number.NaN },
      { minimum_effect: 0 },
      { minimum_effect: 1 },
      { owner: ' ' },
      { baseline_from: '2026-10-01', baseline_to: '2026-09-01' },
    ]) {
      await expect(again({ workflow: 'docs', ...odd }), JSON.stringify(odd)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
      });
    }
  });
});
