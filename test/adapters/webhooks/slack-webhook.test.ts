import { describe, expect, it } from 'vitest';
import { slackWebhook } from '../../../src/adapters/webhooks/slack-webhook.ts';
import { startReceiver } from '../../support/receiver.ts';

describe('slackWebhook', () => {
  it('writes one message, with the marks of its format made harmless', async () => {
    const { url, received } = await startReceiver();
    const notice = {
      project: 'app',
      notice_key: 'k',
      channel: 'slack',
      kind: 'trial',
      title: 'Trial of <!channel> & co',
      text: 'Keep it.',
      path: '/workflows',
      created_at: '2026-10-01T09:00:00.000Z',
    } as const;
    expect(await slackWebhook(url).deliver(notice, 'https://hone.test/workflows?project=app')).toEqual({ sent: true });
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      text: '*Trial of &lt;!channel&gt; &amp; co* (app)\nKeep it.\n<https://hone.test/workflows?project=app|Open the console>',
    });
  });
});
