import { describe, expect, it } from 'vitest';
import { answerCheckpoint } from '../../src/use-cases/answer-checkpoint.ts';
import { listCheckpoints } from '../../src/use-cases/list-checkpoints.ts';
import { requestCheckpoint } from '../../src/use-cases/request-checkpoint.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { openTestServices, soloAgent, soloPerson, type TestServices } from '../support/test-services.ts';

const ask = async ({ services }: TestServices) => {
  const { run_id } = await startTask(services, soloAgent, { task: 'drop the legacy tables' });
  const question = 'May I drop the table legacy_orders?';
  return { run_id, question, asked: await requestCheckpoint(services, soloAgent, { run_id, question }) };
};

describe('a checkpoint', () => {
  it('waits for a person, and the agent that asks again gets their answer', async () => {
    const test = await openTestServices();
    const { run_id, question, asked } = await ask(test);
    expect(asked).toMatchObject({ status: 'pending', owner: expect.any(String), meanwhile: expect.any(String) });
    const { checkpoint_id } = asked;
    await answerCheckpoint(test.services, soloPerson, { checkpoint_id, answer: 'yes, after a backup' });
    const again = await requestCheckpoint(test.services, soloAgent, { run_id, question, checkpoint_id });
    expect(again).toMatchObject({ status: 'answered', answer: 'yes, after a backup', answered_by: 'ann' });
    const history = await test.services.stores.runs.history('app', run_id);
    expect(history?.interventions).toMatchObject([{ kind: 'approval', planned: true }]);
  });

  it('asked twice in the same words is one', async () => {
    const test = await openTestServices();
    const { run_id, question, asked } = await ask(test);
    const twice = await requestCheckpoint(test.services, soloAgent, { run_id, question });
    expect(twice.checkpoint_id).toBe(asked.checkpoint_id);
    expect((await listCheckpoints(test.services, soloPerson, {})).total).toBe(1);
  });

  it('expires, and can then be answered no more', async () => {
    const test = await openTestServices();
    const { run_id, question, asked } = await ask(test);
    test.clock.advance(25);
    const { checkpoint_id } = asked;
    const late = await requestCheckpoint(test.services, soloAgent, { run_id, question, checkpoint_id });
    expect(late.status).toBe('expired');
    await expect(answerCheckpoint(test.services, soloPerson, { checkpoint_id, answer: 'yes' })).rejects.toMatchObject({
      code: 'EXPIRED',
    });
    expect((await listCheckpoints(test.services, soloPerson, {})).items).toEqual([]);
  });

  it('is answered once, by a person', async () => {
    const test = await openTestServices();
    const { asked } = await ask(test);
    const answer = { checkpoint_id: asked.checkpoint_id, answer: 'no' };
    await expect(answerCheckpoint(test.services, soloAgent, answer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await answerCheckpoint(test.services, soloPerson, answer);
    await expect(answerCheckpoint(test.services, soloPerson, answer)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('of another run is not found', async () => {
    const test = await openTestServices();
    const { question, asked } = await ask(test);
    const { run_id } = await startTask(test.services, soloAgent, { task: 'something else' });
    await expect(
      requestCheckpoint(test.services, soloAgent, { run_id, question, checkpoint_id: asked.checkpoint_id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
