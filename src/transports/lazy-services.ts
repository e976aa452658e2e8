import { makeUpVectors } from '../use-cases/make-up-vectors.ts';
import type { Services } from '../use-cases/services.ts';

export type OpenServices = Services & { close(): Promise<void> };

/**
 * Services that open when they are first asked for. A failure is not remembered: the next call tries again, so a server
 * outlives a store that was away for a while.
 */
export class LazyServices {
  readonly #open: () => Promise<OpenServices>;
  #opening: Promise<OpenServices> | null = null;
  #makingUp: Promise<unknown> = Promise.resolve();
  #closing = false;

  constructor(open: () => Promise<OpenServices>) {
    this.#open = open;
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
      this.#makingUp = makeUpVectors(opened, () => !this.#closing);
      return opened;
    } catch (error) {
      this.#opening = null;
      throw error;
    }
  }
}
