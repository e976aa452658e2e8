import { createHash, createHmac } from 'node:crypto';
import type { Notice } from '../../domain/notice.ts';
import type { Messenger } from '../../ports/messenger.ts';
import { postJson } from './post-json.ts';

export interface WebhookTarget {
  readonly url: string;
  readonly secret: string;
}

const PREFIX = 'whsec_';

/**
 * Signed as Standard Webhooks 1.0 has it (standardwebhooks.com), so that a receiver checks it with a library:
 * `webhook-signature: v1,` and the base64 HMAC-SHA256 of `id.timestamp.body`. The id stays over all attempts.
 */
export const signedWebhook = ({ url, secret }: WebhookTarget, now: () => number = Date.now): Messenger => ({
  channel: 'webhook',
  deliver: (notice, link) => {
    const body = JSON.stringify(payloadOf(notice, link));
    const id = `msg_${createHash('sha256').update(`${notice.project}\n${notice.notice_key}`).digest('hex').slice(0, 24)}`;
    const timestamp = String(Math.floor(now() / 1_000));
    return postJson(url, body, {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signatureOf(secret, `${id}.${timestamp}.${body}`)}`,
    });
  },
});

const signatureOf = (secret: string, content: string): string => {
  const key = secret.startsWith(PREFIX) ? Buffer.from(secret.slice(PREFIX.length), 'base64') : Buffer.from(secret);
  return createHmac('sha256', key).update(content).digest('base64');
};

const payloadOf = (notice: Notice, link: string | null): object => ({
  type: `hone.${notice.kind}`,
  timestamp: notice.created_at,
  data: {
    project: notice.project,
    key: notice.notice_key,
    title: notice.title,
    text: notice.text,
    ...(link === null ? {} : { url: link }),
  },
});
