import type { MetricFamily } from '../domain/telemetry/metric-family.ts';
import { makeUpVectors } from '../use-cases/make-up-vectors.ts';
import type { Services } from '../use-cases/services.ts';

export type OpenServices = Services & { close(): Promise<void> };

/**
 * Services that open when they are first asked for. A failure is not remembered: the next call tries again, so a server
 * outlives a store that was away for a while.
 */
export class LazyServices {
  readonly #open: () => Promise<OpenServices>;
  readonly #exported: (services: Services) => Promise<readonly MetricFamily[]>;
  #opening: Promise<OpenServices> | null = null;
  #makingUp: Promise<unknown> = Promise.resolve();
  #closing = false;

  /** @param exported what is pushed where metrics go; by default what this process alone knows */
  constructor(
    open: () => Promise<OpenServices>,
    exported: (services: Services) => Promise<readonly MetricFamily[]> = async ({ telemetry }) => telemetry.families(),
  ) {
    this.#open = open;
    this.#exported = exported;
  }

  /** @throws HoneError STORE_UNAVAILABLE */
  readonly get = (): Promise<Services> => {
    this.#opening ??= this.#openAndWarm();
    return this.#opening;
  };

  /** Opens in the background. What goes wrong is said to the first call that needs the store. */
  readonly prepare = (): void => {
    this.get().catch(() => {});
  };

  async close(): Promise<void> {
    this.#closing = true;
    const opened = await this.#opening?.catch(() => null);
    await this.#makingUp;
    await opened?.close();
  }

  async #openAndWarm(): Promise<OpenServices> {
    try {
      const opened = await this.#open();
      opened.embedder.warm();
      opened.telemetry.startPush(() => this.#exported(opened));
      this.#makingUp = makeUpVectors(opened, () => !this.#closing);
      return opened;
    } catch (error) {
      this.#opening = null;
      throw error;
    }
  }
}
