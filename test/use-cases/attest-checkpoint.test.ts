import { describe, expect, it } from 'vitest';
import { answerCheckpoint } from '../../src/use-cases/answer-checkpoint.ts';
import { attestCheckpoint } from '../../src/use-cases/attest-checkpoint.ts';
import { listCheckpoints } from '../../src/use-cases/list-checkpoints.ts';
import { requestCheckpoint } from '../../src/use-cases/request-checkpoint.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { openTestServices, soloAgent, soloPerson } from '../support/test-services.ts';

const setUp = async (risk: 'low' | 'medium' | 'high' = 'medium') => {
  const opened = await openTestServices();
  const { services } = opened;
  const { run_id } = await startTask(services, soloAgent, { task: 'clean up the schema' });
  const question = { run_id, question: 'May I drop the column?', risk };
  const { checkpoint_id } = await requestCheckpoint(services, soloAgent, question);
  const attest = (answer: string) => attestCheckpoint(services, soloAgent, { run_id, checkpoint_id, answer });
  const look = () => requestCheckpoint(services, soloAgent, { ...question, checkpoint_id });
  const interventions = async () => (await services.stores.runs.history('app', run_id))?.interventions ?? [];
  return { ...opened, run_id, checkpoint_id, attest, look, interventions };
};

describe("a client's word on a checkpoint", () => {
  it('is told as such, is no approval, and waits beside the question for a person', async () => {
    const { services, checkpoint_id, attest, look, interventions } = await setUp();
    expect(await attest('drop it')).toBe(true);
    const told = await look();
    expect(told).toMatchObject({ status: 'answered', answer: 'drop it', client_attested: true });
    expect(told.answered_by).toBe('the client of ann');
    expect(told.next_step).toContain('no approval on record');
    expect(await interventions()).toEqual([]);
    expect((await listCheckpoints(services, soloPerson, {})).items).toMatchObject([
      { checkpoint_id, status: 'pending' },
    ]);

    await answerCheckpoint(services, soloPerson, { checkpoint_id, answer: 'keep it' });
    const decided = await look();
    expect(decided).toMatchObject({ status: 'answered', answer: 'keep it', answered_by: 'ann' });
    expect(decided.client_attested).toBeUndefined();
    expect(await interventions()).toMatchObject([{ kind: 'approval', planned: true }]);
  });

  it('counts once, and not at all where the risk is high or the time is over', async () => {
    const { attest, look } = await setUp();
    expect([await attest('drop it'), await attest('keep it')]).toEqual([true, false]);
    expect((await look()).answer).toBe('drop it');
    const high = await setUp('high');
    expect(await high.attest('drop it')).toBe(false);
    expect((await high.look()).status).toBe('pending');
    const late = await setUp();
    late.clock.advance(25);
    expect(await late.attest('drop it')).toBe(false);
    expect((await late.look()).status).toBe('expired');
  });

  it('holds no secret', async () => {
    const { attest, look } = await setUp();
    const secret = `ghp_${'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'}`;
    await expect(attest(`use ${secret}`)).rejects.toMatchObject({ code: 'SECRET_FOUND' });
    expect((await look()).status).toBe('pending');
  });
});
