import { HoneError } from './error.ts';

export interface RateLimit {
  /** At most so many … */
  readonly calls: number;
  /** … within so long, counted from the first of them. */
  readonly seconds: number;
}

const MINUTE = 60;
const DAY = 86_400;

/** What one token may do, and what all tokens together may do in one project. */
export const RATE_LIMITS = {
  read: { calls: 600, seconds: MINUTE },
  write: { calls: 120, seconds: MINUTE },
  /** Of an agent; counted by the name, so that a second token gives no second share. */
  proposal: { calls: 60, seconds: DAY },
  /** Anything at all over HTTP, answered or not: more than a client that minds the others ever sends. */
  request: { calls: 1_500, seconds: MINUTE },
  project_read: { calls: 6_000, seconds: MINUTE },
  project_write: { calls: 1_200, seconds: MINUTE },
  project_proposal: { calls: 600, seconds: DAY },
} as const satisfies Record<string, RateLimit>;

export type RateLimitName = keyof typeof RATE_LIMITS;

/** Too much within too short a time. */
export class RateLimited extends HoneError {
  readonly retryAfterSeconds: number;

  constructor(name: RateLimitName, waitMs: number) {
    const { calls, seconds } = RATE_LIMITS[name];
    const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1_000));
    super(
      'RATE_LIMITED',
      `More than ${calls} calls of this kind (${name.replace('_', ', ')}) within ${seconds === DAY ? 'a day' : 'a minute'}.`,
      `Call again in ${retryAfterSeconds} s, with the same idempotency_key if it had one.`,
    );
    this.name = 'RateLimited';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
