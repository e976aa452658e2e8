import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signedWebhook } from '../../../src/adapters/webhooks/signed-webhook.ts';
import type { Notice } from '../../../src/domain/notice.ts';
import { startReceiver } from '../../support/receiver.ts';

const notice: Notice = {
  project: 'app',
  notice_key: 'checkpoint:chk_1',
  channel: 'webhook',
  kind: 'checkpoint',
  title: 'A question waits for kim',
  text: 'Risk: high.',
  path: '/checkpoints',
  created_at: '2026-10-01T09:00:00.000Z',
};
const key = Buffer.from('0123456789abcdef0123456789abcdef');

describe('signedWebhook', () => {
  it.each([
    ['a key in base64', `whsec_${key.toString('base64')}`],
    ['a plain secret', key.toString()],
  ])('signs what it sends with %s, under an id that stays and a time', async (_, secret) => {
    const { url, received } = await startReceiver();
    const messenger = signedWebhook({ url, secret }, () => 1_790_000_000_000);
    expect(await messenger.deliver(notice, 'https://hone.test/checkpoints')).toEqual({ sent: true });
    await messenger.deliver(notice, null);
    const [first, second] = received;
    const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = first?.headers ?? {};
    expect(timestamp).toBe('1790000000');
    const right = createHmac('sha256', key).update(`${id}.${timestamp}.${first?.body}`).digest('base64');
    expect(signature).toBe(`v1,${right}`);
    expect(second?.headers['webhook-id']).toBe(id);
    expect(JSON.parse(first?.body ?? '')).toEqual({
      type: 'hone.checkpoint',
      timestamp: notice.created_at,
      data: {
        project: 'app',
        key: 'checkpoint:chk_1',
        title: notice.title,
        text: 'Risk: high.',
        url: 'https://hone.test/checkpoints',
      },
    });
  });

  it('says what failed without a word of the receiver, and follows no redirect', async () => {
    const secret = key.toString();
    const at = async (answer: { status: number; location?: string }) => {
      const { url, received } = await startReceiver(answer);
      return { delivery: await signedWebhook({ url, secret }).deliver(notice, null), received };
    };
    expect((await at({ status: 500 })).delivery).toEqual({ sent: false, reason: 'status 500', forGood: false });
    expect((await at({ status: 410 })).delivery).toMatchObject({ sent: false, forGood: true });
    const elsewhere = await startReceiver();
    expect((await at({ status: 307, location: elsewhere.url })).delivery).toMatchObject({ reason: 'status 307' });
    expect(elsewhere.received).toEqual([]);
    await elsewhere.close();
    const gone = signedWebhook({ url: elsewhere.url, secret });
    expect(await gone.deliver(notice, null)).toEqual({ sent: false, reason: 'ECONNREFUSED', forGood: false });
  });
});
