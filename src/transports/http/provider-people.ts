import { randomBytes } from 'node:crypto';
import type { Principal } from '../../domain/principal.ts';
import type { BrowserSignIn, ProviderGrant, SignInAttempt } from '../../ports/browser-sign-in.ts';
import type { Identity } from '../../ports/credentials.ts';

const ATTEMPT_MS = 600_000;
/** Beyond it the oldest goes: whoever begins without end must not fill the memory. */
const MOST = 1_000;

export interface ProviderPeopleOptions {
  readonly signIn: BrowserSignIn;
  readonly identify: (token: string) => Promise<Identity>;
  readonly now?: () => number;
}

/**
 * Who came in through the identity provider. Their rights are those of the provider's own token, looked at anew at each
 * request and never older than it: when it ends another is bought, and where none is to be had the person is out.
 */
export class ProviderPeople {
  readonly provider: string;
  readonly #options: Required<ProviderPeopleOptions>;
  readonly #attempts = new Map<string, { readonly attempt: SignInAttempt; readonly until: number }>();
  readonly #grants = new Map<string, ProviderGrant>();
  readonly #renewing = new Map<string, Promise<ProviderGrant>>();

  constructor(options: ProviderPeopleOptions) {
    this.#options = { now: Date.now, ...options };
    this.provider = options.signIn.provider;
  }

  /** Where to send the browser, and the secret that ties it to what it began. @throws HoneError STORE_UNAVAILABLE */
  async begin(returnTo: string): Promise<{ url: string; tie: string }> {
    const attempt = await this.#options.signIn.begin(returnTo);
    const tie = randomBytes(32).toString('base64url');
    keep(this.#attempts, tie, { attempt, until: this.#options.now() + ATTEMPT_MS });
    return { url: attempt.url, tie };
  }

  /** The owner of a session to be opened; null for whoever did not begin here, comes twice, or is nobody here. */
  async finish(address: URL, tie: string): Promise<string | null> {
    const kept = this.#attempts.get(tie);
    this.#attempts.delete(tie);
    if (kept === undefined || kept.until <= this.#options.now()) return null;
    const grant = await this.#options.signIn.finish(address, kept.attempt);
    if (personOf(await this.#options.identify(grant.token)) === null) return null;
    const owner = `${PREFIX}${randomBytes(16).toString('base64url')}`;
    keep(this.#grants, owner, grant);
    return owner;
  }

  /** Who stands behind a session; null: nobody any more. */
  async person(owner: string): Promise<Principal | null> {
    const grant = this.#grants.get(owner);
    if (grant === undefined) return null;
    const identity = await this.#options.identify(grant.token);
    const current = identity.status === 'expired' ? await this.#renewed(owner, grant) : identity;
    const person = current === null ? null : personOf(current);
    if (person === null) this.#grants.delete(owner);
    return person;
  }

  forget(owner: string): void {
    this.#grants.delete(owner);
  }

  /** Two pages that are loaded at once buy one token: many providers take each refresh token once. */
  async #renewed(owner: string, { refresh }: ProviderGrant): Promise<Identity | null> {
    if (refresh === null) return null;
    const under = this.#renewing.get(owner) ?? this.#options.signIn.renew(refresh);
    this.#renewing.set(owner, under);
    try {
      const grant = await under;
      if (this.#grants.has(owner)) this.#grants.set(owner, grant);
      return await this.#options.identify(grant.token);
    } catch {
      return null;
    } finally {
      this.#renewing.delete(owner);
    }
  }
}

const PREFIX = 'provider:';

export const isProviderOwner = (owner: string): boolean => owner.startsWith(PREFIX);

const keep = <T>(kept: Map<string, T>, key: string, value: T): void => {
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
};

/** A person sat at the browser: what an agent's scopes allow, they do as a developer; who may only read, reads. */
const personOf = (identity: Identity): Principal | null => {
  if (identity.status !== 'known') return null;
  const { principal } = identity;
  if (principal.kind === 'person') return principal;
  return { ...principal, kind: 'person', roles: principal.roles.includes('agent') ? ['developer'] : [] };
};
