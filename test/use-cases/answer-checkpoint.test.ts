import { describe, expect, it } from 'vitest';
import { answerCheckpoint } from '../../src/use-cases/answer-checkpoint.ts';
import { requestCheckpoint } from '../../src/use-cases/request-checkpoint.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { inProject, openTestServices, pipeline, soloAgent, soloPerson } from '../support/test-services.ts';

const asked = async () => {
  const test = await openTestServices();
  const { run_id } = await startTask(test.services, soloAgent, { task: 'drop the legacy tables' });
  const question = 'May I drop the table legacy_orders?';
  const { checkpoint_id } = await requestCheckpoint(test.services, soloAgent, { run_id, question });
  return { ...test, run_id, checkpoint_id };
};

describe('an answer to a checkpoint', () => {
  it('is kept with who gave it, and counts as a planned intervention', async () => {
    const { services, run_id, checkpoint_id } = await asked();
    const answered = await answerCheckpoint(services, soloPerson, { checkpoint_id, answer: 'yes' });
    expect(answered).toMatchObject({ answer: 'yes', answered_by: 'ann', answered_at: expect.any(String) });
    expect(await services.stores.runs.findCheckpoint('app', checkpoint_id)).toEqual(answered);
    const history = await services.stores.runs.history('app', run_id);
    expect(history?.interventions).toMatchObject([{ kind: 'approval', planned: true, by: 'ann' }]);
  });

  it.each([soloAgent, pipeline])('is for persons only', async (caller) => {
    const { services, checkpoint_id } = await asked();
    await expect(answerCheckpoint(services, caller, { checkpoint_id, answer: 'yes' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await services.stores.runs.findCheckpoint('app', checkpoint_id))?.answer).toBeUndefined();
  });

  it('is the first one; a second changes and counts nothing', async () => {
    const { services, run_id, checkpoint_id } = await asked();
    await answerCheckpoint(services, soloPerson, { checkpoint_id, answer: 'yes' });
    await expect(answerCheckpoint(services, soloPerson, { checkpoint_id, answer: 'no' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const history = await services.stores.runs.history('app', run_id);
    expect(history?.checkpoints).toMatchObject([{ answer: 'yes' }]);
    expect(history?.interventions).toHaveLength(1);
  });

  it('that comes too late is refused', async () => {
    const { services, clock, checkpoint_id } = await asked();
    clock.advance(24);
    await expect(answerCheckpoint(services, soloPerson, { checkpoint_id, answer: 'yes' })).rejects.toMatchObject({
      code: 'EXPIRED',
    });
  });

  it('finds no checkpoint of another project', async () => {
    const { services, checkpoint_id } = await asked();
    const elsewhere = inProject(soloPerson, 'other');
    await expect(answerCheckpoint(services, elsewhere, { checkpoint_id, answer: 'yes' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
