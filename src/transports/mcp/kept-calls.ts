import type { Tool } from '../../tools/tool.ts';
import { validate } from '../../tools/validate.ts';
import type { Standby } from '../../use-cases/away/answer-when-away.ts';
import type { LocalUser } from '../../use-cases/identify.ts';
import type { Caller, Services } from '../../use-cases/services.ts';

export interface KeptCallsOptions {
  readonly standby: () => Promise<Standby>;
  readonly services: () => Promise<Services>;
  readonly caller: (services: Services) => Promise<Caller>;
  readonly local: LocalUser;
}

const TRY_EVERY_MS = 5_000;

/** What a server does while its store is away, and makes up for once it is back. */
export class KeptCalls {
  readonly #options: KeptCallsOptions;
  /** The name under which this connection was last known. */
  #name: string;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: KeptCallsOptions) {
    this.#options = options;
    this.#name = options.local.user;
  }

  /** @throws HoneError */
  readonly answer = async (tool: Tool, args: unknown, error: unknown): Promise<object> => {
    const { answerWhenAway } = await import('../../use-cases/away/answer-when-away.ts');
    const input = validate(tool, args);
    const answered = answerWhenAway(await this.#options.standby(), this.#callerWhenAway(), tool.name, input, error);
    return answered.finally(() => this.#tryLater());
  };

  /** Does what waits, if the store is there. Never throws. */
  readonly makeUp = async (): Promise<void> => {
    try {
      const { spool } = await this.#options.standby();
      if ((await spool.counts()).waiting === 0) return this.close();
      const services = await this.#options.services();
      const caller = await this.#options.caller(services);
      this.#name = caller.principal.name;
      const { doKeptCalls } = await import('./do-kept-calls.ts');
      await doKeptCalls(services, caller, spool, [this.#options.local.user]);
      if ((await spool.counts()).waiting > 0) this.#tryLater();
      else this.close();
    } catch {
      this.#tryLater();
    }
  };

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #tryLater(): void {
    this.#timer ??= setInterval(() => void this.makeUp(), TRY_EVERY_MS).unref();
  }

  /** Who this is cannot be looked up now. What was kept is done under the rights of the moment when it is done. */
  #callerWhenAway(): Caller {
    const { project } = this.#options.local;
    const principal = { name: this.#name, kind: 'agent', roles: ['agent'], projects: '*', solo: false } as const;
    return { principal, project, known: new Set([project]) };
  }
}
