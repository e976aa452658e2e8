import { randomBytes } from 'node:crypto';

const HOUR_MS = 3_600_000;
const CODE_MS = HOUR_MS;
const SESSION_MS = 12 * HOUR_MS;
/** Nobody signs in this often; more are an attack on the memory of the server. */
const MOST_SESSIONS = 1_000;

interface Kept {
  readonly owner: string;
  readonly until: number;
}

/** Who may look at the pages: a link that works once becomes a cookie. Lives as long as the process. */
export class SignIn {
  readonly #now: () => number;
  readonly #codes = new Map<string, Kept>();
  readonly #sessions = new Map<string, Kept>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** A code that is good for one hour and one use, and lets in `owner`. */
  code(owner: string): string {
    return this.#issue(this.#codes, owner, CODE_MS);
  }

  /** @returns a session for a code that was not used before, else null. */
  redeem(code: string): string | null {
    const owner = this.#ownerOf(this.#codes, code);
    this.#codes.delete(code);
    return owner === null ? null : this.session(owner);
  }

  /** A session of twelve hours. What its owner may do is not kept: it is looked up at each request. */
  session(owner: string): string {
    return this.#issue(this.#sessions, owner, SESSION_MS);
  }

  /** For whom a session was opened; null when it is none, or over. */
  ownerOf(session: string | undefined): string | null {
    return session === undefined ? null : this.#ownerOf(this.#sessions, session);
  }

  /** Nobody comes in with it any more. */
  end(session: string): void {
    this.#sessions.delete(session);
  }

  #issue(kept: Map<string, Kept>, owner: string, lifetime: number): string {
    const secret = randomBytes(32).toString('base64url');
    kept.set(secret, { owner, until: this.#now() + lifetime });
    const [oldest] = kept.keys();
    if (kept.size > MOST_SESSIONS && oldest !== undefined) kept.delete(oldest);
    return secret;
  }

  #ownerOf(kept: Map<string, Kept>, secret: string): string | null {
    const found = kept.get(secret);
    return found !== undefined && found.until > this.#now() ? found.owner : null;
  }
}
