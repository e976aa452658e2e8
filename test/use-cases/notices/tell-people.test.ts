import { describe, expect, it } from 'vitest';
import { signedWebhook } from '../../../src/adapters/webhooks/signed-webhook.ts';
import { slackWebhook } from '../../../src/adapters/webhooks/slack-webhook.ts';
import { noticesCheck } from '../../../src/use-cases/health/notices-check.ts';
import { tellPeople } from '../../../src/use-cases/notices/tell-people.ts';
import { recordCorrection } from '../../../src/use-cases/record-correction.ts';
import { requestCheckpoint } from '../../../src/use-cases/request-checkpoint.ts';
import type { Services } from '../../../src/use-cases/services.ts';
import { startTask } from '../../../src/use-cases/start-task.ts';
import { reportTrial } from '../../../src/use-cases/trial/report-trial.ts';
import { startTrial } from '../../../src/use-cases/trial/start-trial.ts';
import { startReceiver } from '../../support/receiver.ts';
import { openTestServices, soloAgent, soloPerson } from '../../support/test-services.ts';

const SECRET = 'a-secret-of-at-least-24-characters';
const QUESTION = 'May I drop the column legacy_price?';

const setUp = async (answer?: { status: number }, settings: Partial<Services['settings']> = {}) => {
  const opened = await openTestServices();
  const receiver = await startReceiver(answer);
  const services: Services = {
    ...opened.services,
    messengers: [signedWebhook({ url: receiver.url, secret: SECRET })],
    settings: { ...opened.services.settings, ...settings },
  };
  const round = (thorough = true) => tellPeople(services, { consoleAt: 'https://hone.test', thorough });
  const titles = () => receiver.received.map(({ body }) => JSON.parse(body).data.title as string);
  return { ...opened, services, receiver, round, titles };
};

const ask = async (services: Services): Promise<void> => {
  const { run_id } = await startTask(services, soloAgent, { task: 'clean up the schema' });
  await requestCheckpoint(services, soloAgent, { run_id, question: QUESTION, risk: 'high' });
};

describe('tellPeople', () => {
  it('tells of an open question once, without its text, over rounds and restarts', async () => {
    const { services, receiver, round, titles } = await setUp();
    expect(await round()).toEqual({ sent: 0, failed: 0 });
    await ask(services);
    expect(await round()).toEqual({ sent: 1, failed: 0 });
    expect(await round()).toEqual({ sent: 0, failed: 0 });
    expect(titles()).toEqual([expect.stringContaining('A question waits for')]);
    const [{ body } = { body: '' }] = receiver.received;
    expect(JSON.parse(body).data.url).toBe('https://hone.test/checkpoints?project=app');
    expect(body).not.toContain('legacy_price');
  });

  it('tells each channel by itself', async () => {
    const { services, receiver } = await setUp();
    await ask(services);
    const both = { ...services, messengers: [...services.messengers, slackWebhook(receiver.url)] };
    expect(await tellPeople(both, { consoleAt: null, thorough: false })).toEqual({ sent: 2, failed: 0 });
  });

  it('tells of reviews that wait long, once a day at most', async () => {
    const { services, clock, round, titles } = await setUp();
    const correct = (right: string) =>
      recordCorrection(services, soloAgent, { wrong: 'npm', right, when: 'installing dependencies' });
    await correct('Use pnpm here.');
    await round();
    expect(titles()).toEqual([]);
    clock.advance(49);
    await round();
    await round();
    expect(titles()).toEqual(['1 lesson waits for review']);
    expect(JSON.stringify(titles())).not.toContain('pnpm');
  });

  it('tells of a trial whose look is due, and of its verdict', async () => {
    const { services, clock, round, titles } = await setUp();
    await startTrial(services, soloPerson, {
      workflow: 'default',
      owner: 'kim',
      days: 14,
      withoutBaseline: true,
    } as never);
    clock.advance(15 * 24);
    await round(false);
    expect(titles()).toEqual(['The trial of default is over: its look is due']);
    await reportTrial(services, soloPerson, { workflow: 'default' });
    await round(false);
    expect(titles().at(-1)).toBe('Trial of default: inconclusive');
  });

  it('tries again after a failure, not before its time, and doctor says what is wrong', async () => {
    const { services, clock, receiver, round } = await setUp({ status: 503 });
    await ask(services);
    expect(await round()).toEqual({ sent: 0, failed: 1 });
    expect(await round()).toEqual({ sent: 0, failed: 0 });
    const [check] = await noticesCheck(services);
    expect(check).toMatchObject({ name: 'notices', status: 'warn', detail: expect.stringContaining('status 503') });
    receiver.answer.status = 204;
    clock.advance(0.1);
    expect(await round()).toEqual({ sent: 1, failed: 0 });
    expect((await noticesCheck(services))[0]?.status).toBe('ok');
    expect(receiver.received).toHaveLength(2);
    expect(receiver.received[0]?.headers['webhook-id']).toBe(receiver.received[1]?.headers['webhook-id']);
  });

  it('sends the digest of a day once, from its hour on, where there is something to say', async () => {
    const { services, clock, round, receiver, titles } = await setUp(undefined, { digestAtMinute: 10 * 60 });
    await startTask(services, soloAgent, { task: 'mend the parser of prices' });
    await round();
    expect(titles()).toEqual([]);
    clock.advance(1.5);
    await round();
    await round();
    expect(titles()).toEqual(['Hone, 2026-09-30 to 2026-10-01']);
    expect(JSON.parse(receiver.received[0]?.body ?? '').data.text).toContain('1 run of 1 task');
    expect(receiver.received[0]?.body).not.toContain('parser');
    clock.advance(24);
    await round();
    expect(titles()).toHaveLength(1);
  });
});
