import { createHash, timingSafeEqual } from 'node:crypto';
import type { Principal } from '../../domain/principal.ts';
import { RateLimited } from '../../domain/rate-limit.ts';
import type { Identity } from '../../ports/credentials.ts';
import type { Connection } from '../../tools/call-tool.ts';
import { inProjectOf, type LocalUser, localAgent, localPerson } from '../../use-cases/identify.ts';
import type { Caller, Services } from '../../use-cases/services.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares with the one right token, in a time that says nothing about it. Keeps its hash only. */
export const tokenCheck = (token: string): ((presented: string | undefined) => boolean) => {
  const right = digest(token);
  return (presented) => presented !== undefined && timingSafeEqual(digest(presented), right);
};

/** The token of an `Authorization` header. */
export const bearerOf = (header: string | undefined): string | undefined =>
  /^Bearer +(\S+) *$/iu.exec(header ?? '')?.[1];

/** Whose sessions are not a token's, but of the user who started the server. */
const OWN = 'own';

export interface GateOptions {
  readonly services: () => Promise<Services>;
  /** Who started the server, and where. */
  readonly local: Pick<LocalUser, 'user' | 'project'>;
  /** Let in whoever comes. */
  readonly open: boolean;
  /** The token of that user; null: they have none, and only tokens of the store count. */
  readonly ownToken: string | null;
}

/** Who calls, once there is a store to ask. */
export type Admitted = (services: Services) => Promise<Connection>;

/** Who is let in, and as whom. Every answer is looked up anew: a revoked token ends at once, here and in each session. */
export class Gate {
  readonly #options: GateOptions;
  readonly #isOwn: (presented: string | undefined) => boolean;
  /** Projects that calls under the own token named: their ids may be given without them. */
  readonly #known: Set<string>;
  readonly open: boolean;

  constructor(options: GateOptions) {
    this.#options = options;
    this.open = options.open;
    this.#isOwn = options.ownToken === null ? () => false : tokenCheck(options.ownToken);
    this.#known = new Set([options.local.project]);
  }

  /**
   * Who calls with this token; null: nobody that is let in.
   *
   * @throws HoneError STORE_UNAVAILABLE; RATE_LIMITED for a token that floods the server.
   */
  async admit(presented: string | undefined): Promise<Admitted | null> {
    if (this.open) return this.#own;
    if (presented === undefined) return null;
    const own = this.#isOwn(presented);
    const identity = await this.#identify(presented).catch((error: unknown) => {
      // Greeting the owner and listing tools work without a store; who they are is asked again by each call.
      if (own) return { status: 'unknown' } as const;
      throw error;
    });
    if (identity.status === 'known') {
      await this.#refuseFlood(identity.principal);
      const { known, ...caller } = inProjectOf(identity.principal, this.#options.local.project);
      return async () => ({ ...caller, known: new Set(known) });
    }
    return identity.status === 'unknown' && own ? this.#own : null;
  }

  async #identify(presented: string): Promise<Identity> {
    return (await this.#options.services()).credentials.identify(presented);
  }

  /** For whom a session in the browser may be opened with this token: people, not agents. */
  async owner(presented: string): Promise<string | null> {
    const identity = await this.#identify(presented);
    if (identity.status === 'known') {
      return identity.principal.kind === 'person' ? (identity.principal.credential ?? null) : null;
    }
    return identity.status === 'unknown' && this.#isOwn(presented) ? OWN : null;
  }

  /** For whom the link is that the server prints at its start. */
  get ownOwner(): string {
    return OWN;
  }

  /** The person behind a session, as their rights are now; null: none any more. @throws HoneError STORE_UNAVAILABLE */
  async person(owner: string): Promise<Caller | null> {
    const services = await this.#options.services();
    if (owner === OWN) return localPerson(services, this.#options.local);
    const identity = await services.credentials.renew(owner);
    return identity.status === 'known' ? this.callerOf(identity.principal) : null;
  }

  /** Where somebody stands who was let in. */
  callerOf(principal: Principal): Caller {
    return inProjectOf(principal, this.#options.local.project);
  }

  async #refuseFlood({ credential }: Principal): Promise<void> {
    const { limits } = await this.#options.services();
    const waitMs = credential === undefined ? null : await limits.count('request', credential);
    if (waitMs !== null) throw new RateLimited('request', waitMs);
  }

  readonly #own: Admitted = async (services) => ({
    ...(await localAgent(services, this.#options.local)),
    known: this.#known,
  });
}
