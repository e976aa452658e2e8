import { describe, expect, it } from 'vitest';
import { startTask } from '../../../src/use-cases/start-task.ts';
import { extendTrial } from '../../../src/use-cases/trial/extend-trial.ts';
import { listTrials, readTrial, reportTrial } from '../../../src/use-cases/trial/report-trial.ts';
import { startTrial } from '../../../src/use-cases/trial/start-trial.ts';
import { stopTrial } from '../../../src/use-cases/trial/stop-trial.ts';
import { sampleRecall, sampleRun } from '../../contracts/samples.ts';
import { openTestServices, soloAgent, soloPerson, type TestServices } from '../../support/test-services.ts';
import { runTasks, type TaskCourse, teach } from '../../support/trials.ts';

const open = async (): Promise<TestServices> => {
  const opened = await openTestServices();
  await teach(opened.services);
  await startTrial(opened.services, soloPerson, { workflow: 'bugfix', owner: 'platform-team', margin: 20 });
  return opened;
};
const toTheLook = ({ clock }: TestServices): void => clock.advance(24 * 7);

/** Without memory every second task fails and takes longer. */
const helps = (arm: string | undefined, index: number): TaskCourse =>
  arm === 'memory' ? { minutes: 10 } : { outcome: index % 4 < 2 ? 'failed' : 'completed_clean', minutes: 40 };
const harms = (arm: string | undefined): TaskCourse => (arm === 'memory' ? { outcome: 'failed' } : {});

describe('a trial', () => {
  it('shows no difference between the arms before its look, only how many tasks and evidence of harm', async () => {
    const opened = await open();
    await runTasks(opened, 10, helps);
    const report = await reportTrial(opened.services, soloPerson, {});
    expect(report).toMatchObject({ state: 'running', looks: 0, figures: null, verdict: null });
    expect(report.progress).toMatchObject({ memory: 5, holdout: 5, coverage: { value: 1 } });
    expect(report.progress.harm).toMatchObject({ limit: 20, reached_at: null });
  });

  it('ends with keep when completion rose and interventions did not', async () => {
    const opened = await open();
    await runTasks(opened, 80, helps);
    toTheLook(opened);
    const report = await reportTrial(opened.services, soloPerson, {});
    expect(report).toMatchObject({ state: 'looked', looks: 1, verdict: { decision: 'keep' } });
    expect(report.figures?.arms.memory).toMatchObject({ tasks: 40, mature: 40, exposed: 40 });
    expect(report.figures?.arms.holdout).toMatchObject({ tasks: 40, exposed: 0 });
    expect(report.figures?.lift?.completion_without_rewrite.low).toBeGreaterThan(0);
    expect(report.verdict?.reasons.join(' ')).toContain('within the margin of 20.0');
  });

  it('is inconclusive with too few tasks, and never becomes keep by being looked at again', async () => {
    const opened = await open();
    await runTasks(opened, 30, helps);
    toTheLook(opened);
    const first = await reportTrial(opened.services, soloPerson, {});
    expect(first.verdict?.decision).toBe('inconclusive');
    expect(first.verdict?.reasons[0]).toContain('Too few mature tasks to judge: 15 with memory, 15 without');
    opened.clock.advance(24);
    const second = await reportTrial(opened.services, soloPerson, {});
    expect(second.verdict).toEqual(first.verdict);
    expect(second.figures).toEqual(first.figures);
    expect(second.looks).toBe(1);
  });

  it('is inconclusive when outcomes are missing, whatever the others say', async () => {
    const opened = await open();
    await runTasks(opened, 80, helps);
    for (let index = 0; index < 12; index += 1) {
      await startTask(opened.services, soloAgent, { task: 'x', task_key: `open-${index}`, workflow: 'bugfix' });
    }
    toTheLook(opened);
    const { verdict } = await reportTrial(opened.services, soloPerson, {});
    expect(verdict).toMatchObject({
      decision: 'inconclusive',
      reasons: [expect.stringContaining('86 % of the mature')],
    });
  });

  it('ends at once when evidence of harm reaches 20, before its time', async () => {
    const opened = await open();
    await runTasks(opened, 60, harms);
    const report = await reportTrial(opened.services, soloPerson, {});
    expect(report).toMatchObject({ state: 'looked', verdict: { decision: 'roll_back' } });
    expect(report.progress.harm.evidence).toBeGreaterThanOrEqual(20);
    expect(report.progress.harm.reached_at).not.toBeNull();
    await runTasks(opened, 1, () => ({}), 'after');
    expect((await opened.services.stores.runs.findTaskByKey('app', 'after-0'))?.arm).toBeUndefined();
  });

  it('can be extended after an inconclusive look, to at most four weeks, and gets one more look', async () => {
    const opened = await open();
    await runTasks(opened, 30, helps);
    toTheLook(opened);
    await reportTrial(opened.services, soloPerson, {});
    const longer = await extendTrial(opened.services, soloPerson, { days: 14, reason: 'too few tasks' });
    expect(longer).toMatchObject({ state: 'running', verdict: null, looks: 1 });
    await runTasks(opened, 60, helps, 'more');
    opened.clock.advance(24 * 14);
    expect(await reportTrial(opened.services, soloPerson, {})).toMatchObject({
      looks: 2,
      verdict: { decision: 'keep' },
    });
    await expect(extendTrial(opened.services, soloPerson, { days: 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('cannot be extended beyond four weeks', async () => {
    const opened = await open();
    const extend = (days: number) => extendTrial(opened.services, soloPerson, { days });
    await expect(extend(22)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(extend(0.5)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await extend(21)).toMatchObject({ state: 'running' });
    await expect(extend(1)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('stopped before its look is inconclusive, and with an incident rolls back', async () => {
    const opened = await open();
    await runTasks(opened, 80, helps);
    const stopped = await stopTrial(opened.services, soloPerson, { reason: 'holiday' });
    expect(stopped).toMatchObject({ state: 'stopped', verdict: { decision: 'inconclusive' } });
    await expect(stopTrial(opened.services, soloPerson, {})).rejects.toMatchObject({ code: 'CONFLICT' });
    await startTrial(opened.services, soloPerson, { workflow: 'bugfix', owner: 'platform-team' });
    expect(await stopTrial(opened.services, soloPerson, { incident: 'secret_leaked' })).toMatchObject({
      incidents: ['secret_leaked'],
      verdict: { decision: 'roll_back', reasons: ['An incident was recorded: a secret leaked.'] },
    });
    expect(await listTrials(opened.services, soloPerson, {})).toMatchObject({ total: 2 });
  });

  it('is read without its look, however often, until somebody asks for the report', async () => {
    const opened = await open();
    await runTasks(opened, 80, helps);
    toTheLook(opened);
    for (let time = 0; time < 2; time += 1) {
      const [listed] = (await listTrials(opened.services, soloPerson, {})).items;
      expect(listed).toMatchObject({ state: 'due', look_due: true, looks: 0, figures: null, verdict: null });
      expect(await readTrial(opened.services, soloPerson, {})).toEqual(listed);
    }
    const looked = { state: 'looked', look_due: false, looks: 1 };
    expect(await reportTrial(opened.services, soloPerson, {})).toMatchObject(looked);
    expect((await listTrials(opened.services, soloPerson, {})).items).toMatchObject([looked]);
  });

  it('sees by itself that a lesson of no known origin was shown', async () => {
    const opened = await open();
    const trial = (await reportTrial(opened.services, soloPerson, {})).trial;
    await opened.services.unitOfWork.write(async ({ runs }) => {
      const at = opened.clock.now();
      await runs.addTask({
        project: 'app',
        task_id: 'task_x',
        text: 'x',
        workflow: 'bugfix',
        started_at: at,
        arm: 'memory',
        drawn_in: trial.trial_id,
      });
      await runs.addRun(sampleRun('run_x', 'task_x', { started_at: at }));
      await runs.addRecall(sampleRecall('rec_x', 'run_x', { at }));
    });
    expect(await reportTrial(opened.services, soloPerson, {})).toMatchObject({
      incidents: ['foreign_lesson'],
      verdict: { decision: 'roll_back' },
    });
  });

  it('that nobody started is not found', async () => {
    const { services } = await openTestServices();
    await expect(reportTrial(services, soloPerson, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(reportTrial(services, soloPerson, { trial_id: 'trl_x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await listTrials(services, soloPerson, {})).toEqual({ items: [], total: 0 });
  });
});
