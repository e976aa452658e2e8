import { randomBytes } from 'node:crypto';

const HOUR_MS = 3_600_000;
const CODE_MS = HOUR_MS;
const SESSION_MS = 12 * HOUR_MS;
/** Nobody signs in this often; more are an attack on the memory of the server. */
const MOST_SESSIONS = 1_000;

/** Who may look at the pages: a link that works once becomes a cookie. Lives as long as the process. */
export class SignIn {
  readonly #now: () => number;
  readonly #codes = new Map<string, number>();
  readonly #sessions = new Map<string, number>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** A code that is good for one hour and one use. */
  code(): string {
    return this.#issue(this.#codes, CODE_MS);
  }

  /** @returns a session for a code that was not used before, else null. */
  redeem(code: string): string | null {
    const good = this.#good(this.#codes, code);
    this.#codes.delete(code);
    return good ? this.session() : null;
  }

  /** A session of twelve hours. */
  session(): string {
    return this.#issue(this.#sessions, SESSION_MS);
  }

  holds(session: string | undefined): boolean {
    return session !== undefined && this.#good(this.#sessions, session);
  }

  #issue(kept: Map<string, number>, lifetime: number): string {
    const secret = randomBytes(32).toString('base64url');
    kept.set(secret, this.#now() + lifetime);
    const [oldest] = kept.keys();
    if (kept.size > MOST_SESSIONS && oldest !== undefined) kept.delete(oldest);
    return secret;
  }

  #good(kept: Map<string, number>, secret: string): boolean {
    return (kept.get(secret) ?? 0) > this.#now();
  }
}
