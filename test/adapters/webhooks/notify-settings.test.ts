import { describe, expect, it } from 'vitest';
import { notifySettings } from '../../../src/adapters/webhooks/notify-settings.ts';

const SECRET = 'a-secret-of-at-least-24-characters';

describe('notifySettings', () => {
  it('tells nobody unless told where, and of reviews after two days', () => {
    expect(notifySettings({})).toEqual({
      webhook: null,
      slack: null,
      reviewAfterMs: 172_800_000,
      digestAtMinute: null,
    });
    const set = notifySettings({
      HONE_WEBHOOK_URL: 'https://hooks.example.com/hone',
      HONE_WEBHOOK_SECRET: SECRET,
      HONE_SLACK_WEBHOOK_URL: 'http://127.0.0.1:9/x',
      HONE_NOTIFY_REVIEW_AFTER: '12h',
      HONE_DIGEST_AT: '07:30',
    });
    expect(set).toMatchObject({ webhook: { secret: SECRET }, reviewAfterMs: 43_200_000, digestAtMinute: 450 });
  });

  it.each([
    ['an address that anybody can read along', { HONE_SLACK_WEBHOOK_URL: 'http://hooks.example.com/T0/secret-part' }],
    ['no address', { HONE_WEBHOOK_URL: 'hooks', HONE_WEBHOOK_SECRET: SECRET }],
    ['a webhook without a secret', { HONE_WEBHOOK_URL: 'https://hooks.example.com/hone' }],
    ['a short secret', { HONE_WEBHOOK_URL: 'https://hooks.example.com/hone', HONE_WEBHOOK_SECRET: 'secret-part' }],
    ['a duration that is none', { HONE_NOTIFY_REVIEW_AFTER: 'soon' }],
    ['a time that is none', { HONE_DIGEST_AT: '24:00' }],
  ])('refuses %s, and does not repeat it', (_, variables) => {
    expect(() => notifySettings(variables)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    expect(() => notifySettings(variables)).not.toThrow('secret-part');
  });
});
