import { describe, expect, it } from 'vitest';
import { recordIntervention } from '../../src/use-cases/record-intervention.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { inProject, openTestServices, pipeline, soloAgent, soloPerson } from '../support/test-services.ts';

describe('an intervention', () => {
  it('is kept with the run, by the run or by the key of its task', async () => {
    const { services } = await openTestServices();
    const { run_id } = await startTask(services, soloAgent, { task: 'fix login', task_key: 'APP-7' });
    await recordIntervention(services, soloPerson, { run: run_id, kind: 'takeover', note: 'finished by hand' });
    await recordIntervention(services, soloPerson, { run: 'APP-7', kind: 'rollback', planned: true });
    const history = await services.stores.runs.history('app', run_id);
    expect(history?.interventions).toMatchObject([
      { kind: 'takeover', planned: false, note: 'finished by hand', by: 'ann' },
      { kind: 'rollback', planned: true },
    ]);
  });

  it.each([soloAgent, pipeline])('is a person to be told by', async (caller) => {
    const { services } = await openTestServices();
    const { run_id } = await startTask(services, soloAgent, { task: 'fix login' });
    await expect(recordIntervention(services, caller, { run: run_id, kind: 'takeover' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await services.stores.runs.history('app', run_id))?.interventions).toEqual([]);
  });

  it('needs a run of this project', async () => {
    const { services } = await openTestServices();
    const { run_id } = await startTask(services, soloAgent, { task: 'fix login' });
    const elsewhere = inProject(soloPerson, 'other');
    await expect(recordIntervention(services, elsewhere, { run: run_id, kind: 'takeover' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
