import { describe, expect, it } from 'vitest';
import { recallLessons } from '../../../src/use-cases/recall-lessons.ts';
import { startTask } from '../../../src/use-cases/start-task.ts';
import { decideDelivery } from '../../../src/use-cases/trial/decide-delivery.ts';
import { reportTrial } from '../../../src/use-cases/trial/report-trial.ts';
import { rollBackTrial } from '../../../src/use-cases/trial/roll-back-trial.ts';
import { startTrial } from '../../../src/use-cases/trial/start-trial.ts';
import { openTestServices, soloAgent, soloPerson } from '../../support/test-services.ts';
import { runTasks, SITUATION, teach } from '../../support/trials.ts';

const BASE = { workflow: 'bugfix', owner: 'platform-team' } as const;

describe('rolling a trial back', () => {
  it('puts delivery and lesson set back to the start, and says who received what', async () => {
    const opened = await openTestServices();
    const { services } = opened;
    const before = await teach(services);
    await startTrial(services, soloPerson, BASE);
    await runTasks(opened, 4, () => ({}));
    await teach(services, 'Never run the installer as root.');
    const result = await rollBackTrial(services, soloPerson, { reason: 'drill' });
    expect(result).toMatchObject({ workflow: 'bugfix', rehearsed: false, delivery: { holdout_share: 0 } });
    expect(result.seconds).toBeLessThan(60);
    expect(new Set(result.received.map((one) => one.lesson_id))).toEqual(new Set([before.lesson?.lesson_id]));
    expect(result.received).toHaveLength(2);
    expect(result.received[0]).toMatchObject({ principal: 'ann', task_key: expect.stringMatching(/^T-/u) });
    const after = await startTask(services, soloAgent, { task: SITUATION, task_key: 'new', workflow: 'bugfix' });
    expect(after.recall.lessons.map((one) => one.lesson_id)).toEqual([before.lesson?.lesson_id]);
    expect((await services.stores.runs.findTaskByKey('app', 'new'))?.arm).toBeUndefined();
    expect(await reportTrial(services, soloPerson, {})).toMatchObject({ state: 'rolled_back' });
    await expect(rollBackTrial(services, soloPerson, {})).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('goes back to the shadow before it, for tasks that are under way, too', async () => {
    const { services } = await openTestServices();
    await teach(services);
    await decideDelivery(services, soloPerson, { workflow: 'bugfix', holdout_share: 1 });
    await startTrial(services, soloPerson, BASE);
    const start = (key: string) =>
      startTask(services, soloAgent, { task: SITUATION, task_key: key, workflow: 'bugfix' });
    const both = [await start('A'), await start('B')];
    const memory = both.find((one) => one.recall.lessons.length > 0);
    expect(memory).toBeDefined();
    await rollBackTrial(services, soloPerson, {});
    const asked = await recallLessons(services, soloAgent, { query: SITUATION, run_id: memory?.run_id });
    expect(asked).toMatchObject({ decision: 'abstain', lessons: [] });
    expect((await start('C')).recall.lessons).toEqual([]);
    await decideDelivery(services, soloPerson, { workflow: 'bugfix', holdout_share: 0 });
    expect((await start('D')).recall.lessons).toHaveLength(1);
  });

  it('rehearsed measures itself and changes nothing', async () => {
    const { services } = await openTestServices();
    await teach(services);
    await startTrial(services, soloPerson, BASE);
    expect(await rollBackTrial(services, soloPerson, { rehearse: true })).toMatchObject({ rehearsed: true });
    const report = await reportTrial(services, soloPerson, {});
    expect(report).toMatchObject({ state: 'running', events: [{ kind: 'rehearsed' }] });
    expect(await services.stores.trials.delivery('app', 'bugfix')).toBeNull();
  });

  it('is a lead’s to do', async () => {
    const { services } = await openTestServices();
    await startTrial(services, soloPerson, BASE);
    await expect(rollBackTrial(services, soloAgent, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is in the audit trail under the name of who did it, as are start and holdout; a rehearsal leaves no change', async () => {
    const { services } = await openTestServices();
    await startTrial(services, soloPerson, BASE);
    await rollBackTrial(services, soloPerson, { rehearse: true });
    await rollBackTrial(services, soloPerson, {});
    await decideDelivery(services, soloPerson, { holdout_share: 0.05 });
    const { items } = await services.audit.events('app', {});
    const of = (verb: string) => items.filter((event) => event.verb === verb);
    expect(of('trial start')).toMatchObject([{ actor: 'ann', role: 'lead' }]);
    expect(of('trial holdout')).toHaveLength(1);
    const tables = of('trial rollback').map(({ changes }) => changes.map(([table]) => table).sort());
    expect(tables).toEqual([['trial_event'], ['delivery', 'trial_event']]);
    expect((await services.audit.verify([])).ok).toBe(true);
  });
});
