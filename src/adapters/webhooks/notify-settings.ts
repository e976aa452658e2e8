import { parseDuration } from '../../domain/duration.ts';
import { HoneError } from '../../domain/error.ts';
import type { WebhookTarget } from './signed-webhook.ts';

/** Where people are told, and of what. */
export interface NotifySettings {
  readonly webhook: WebhookTarget | null;
  readonly slack: string | null;
  /** From which age on a waiting lesson is told of. */
  readonly reviewAfterMs: number;
  /** Minutes after midnight UTC at which the day's digest is sent; null: never. */
  readonly digestAtMinute: number | null;
}

interface NotifyVariables {
  readonly HONE_WEBHOOK_URL?: string | undefined;
  readonly HONE_WEBHOOK_SECRET?: string | undefined;
  readonly HONE_SLACK_WEBHOOK_URL?: string | undefined;
  readonly HONE_NOTIFY_REVIEW_AFTER?: string | undefined;
  readonly HONE_DIGEST_AT?: string | undefined;
}

const SHORTEST_SECRET = 24;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** @throws HoneError INVALID_INPUT for an address that is no https one, a secret that is missing or short, or a time that is none. */
export const notifySettings = (variables: NotifyVariables): NotifySettings => {
  const { HONE_WEBHOOK_URL: url, HONE_WEBHOOK_SECRET: secret = '', HONE_SLACK_WEBHOOK_URL: slack } = variables;
  if (url !== undefined) checkAddress('HONE_WEBHOOK_URL', url);
  if (slack !== undefined) checkAddress('HONE_SLACK_WEBHOOK_URL', slack);
  if (url !== undefined && secret.length < SHORTEST_SECRET) {
    throw new HoneError(
      'INVALID_INPUT',
      `HONE_WEBHOOK_URL needs HONE_WEBHOOK_SECRET of at least ${SHORTEST_SECRET} characters: the receiver checks by it that a message is Hone's.`,
      'Example: HONE_WEBHOOK_SECRET="whsec_$(openssl rand -base64 32)"',
    );
  }
  const reviewAfterMs = parseDuration(variables.HONE_NOTIFY_REVIEW_AFTER ?? '2d');
  if (reviewAfterMs === null) {
    throw new HoneError('INVALID_INPUT', 'HONE_NOTIFY_REVIEW_AFTER is not a duration.', 'Example: 12h, 2d');
  }
  return {
    webhook: url === undefined ? null : { url, secret },
    slack: slack ?? null,
    reviewAfterMs,
    digestAtMinute: minuteOf(variables.HONE_DIGEST_AT),
  };
};

const checkAddress = (name: string, given: string): void => {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname))) return;
  // Not repeated: the address of an incoming webhook is a secret.
  throw new HoneError('INVALID_INPUT', `${name} is not an https address.`, 'Example: https://hooks.example.com/hone');
};

const minuteOf = (given: string | undefined): number | null => {
  if (given === undefined) return null;
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(given) ?? [];
  if (hours === undefined || minutes === undefined) {
    throw new HoneError(
      'INVALID_INPUT',
      'HONE_DIGEST_AT is not a time of day in UTC.',
      'Example: HONE_DIGEST_AT=07:30',
    );
  }
  return Number(hours) * 60 + Number(minutes);
};
