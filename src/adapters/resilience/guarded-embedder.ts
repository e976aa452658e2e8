import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import { EmbeddingFailure } from '../../domain/embedding-failure.ts';
import type { Embedder, EmbedderStatus, EmbeddingLimits, RestartableEmbedder } from '../../ports/embedder.ts';
import { untilLate } from './until-late.ts';

export interface GuardSettings {
  /** Longest wait for a vector, in milliseconds; while the model loads, the longest silence. */
  readonly waitMs: number;
  /** Longest wait in all while it loads and shows life. */
  readonly coldWaitMs: number;
  /** Waits in a row that were in vain before nobody waits any more. */
  readonly failures?: number;
  /** How often it is tried in the background then. */
  readonly probeMs?: number;
  /** Silence after which the model is started anew; twice as long each time until it answers. */
  readonly restartAfterMs?: number;
  /** How long a model that could not be loaded is left alone. */
  readonly retryFailedMs?: number;
}

const DEFAULTS = { failures: 2, probeMs: 2_000, restartAfterMs: 5_000, retryFailedMs: 60_000 } as const;
const LONGEST_RESTART_MS = 120_000;
const WITHOUT_WAITING = 'the model did not answer in time and is tried again in the background';

/**
 * A model that cannot hold anybody up: each wait is bounded; after a few in vain the breaker opens and nobody waits until
 * it answers again in the background. What hangs is started anew, so it comes back without a restart of the server.
 */
class GuardedEmbedder implements Embedder {
  readonly identity: Embedder['identity'];
  readonly #inner: RestartableEmbedder;
  readonly #settings: Required<GuardSettings>;
  readonly #breaker: ReturnType<typeof circuitBreaker>;
  #probing: NodeJS.Timeout | null = null;
  #restartAfterMs: number;
  #failedSince: number | null = null;

  constructor(inner: RestartableEmbedder, settings: GuardSettings) {
    this.#inner = inner;
    this.#settings = { ...DEFAULTS, ...settings };
    this.#restartAfterMs = this.#settings.restartAfterMs;
    this.identity = inner.identity;
    this.#breaker = circuitBreaker(
      handleWhen((error) => error instanceof EmbeddingFailure && error.reason === 'timeout'),
      {
        halfOpenAfter: Math.floor(this.#settings.probeMs / 2),
        breaker: new ConsecutiveBreaker(this.#settings.failures),
      },
    );
    this.#breaker.onBreak(() => this.#beginProbing());
    this.#breaker.onReset(() => this.#endProbing());
  }

  status(): EmbedderStatus {
    const inner = this.#inner.status();
    return this.#isOpen() && !('reason' in inner) ? { state: 'failed', reason: WITHOUT_WAITING } : inner;
  }

  warm(): void {
    this.#inner.warm();
  }

  async embed(text: string, limits: EmbeddingLimits = {}): Promise<Float32Array> {
    this.#tryFailedAgain();
    if (this.#isOpen()) throw new EmbeddingFailure('breaker_open', WITHOUT_WAITING);
    return this.#breaker.execute(() => this.#embedInTime(text, limits));
  }

  async close(): Promise<void> {
    this.#endProbing();
    await this.#inner.close();
  }

  #isOpen(): boolean {
    return this.#breaker.state !== CircuitState.Closed;
  }

  async #embedInTime(text: string, { withinMs, as }: EmbeddingLimits): Promise<Float32Array> {
    const { waitMs, coldWaitMs } = this.#settings;
    const vector = this.#inner.embed(text, as === undefined ? {} : { as });
    const limits = withinMs === undefined ? { waitMs, coldWaitMs } : { waitMs: withinMs, coldWaitMs: withinMs };
    return untilLate(vector, this.#inner, limits);
  }

  #beginProbing(): void {
    this.#probing ??= setInterval(() => void this.#probe(), this.#settings.probeMs).unref();
  }

  #endProbing(): void {
    if (this.#probing !== null) clearInterval(this.#probing);
    this.#probing = null;
    this.#restartAfterMs = this.#settings.restartAfterMs;
  }

  async #probe(): Promise<void> {
    if (this.#inner.silentMs() > this.#restartAfterMs) {
      this.#restartAfterMs = Math.min(LONGEST_RESTART_MS, 2 * this.#restartAfterMs);
      this.#inner.restart();
    }
    this.#inner.warm();
    // A text asked for now would wait for the load; the next probe asks.
    if (this.#inner.status().state === 'loading') return;
    try {
      await this.#breaker.execute(() => this.#embedInTime('probe', { withinMs: this.#settings.probeMs / 2 }));
    } catch {
      // It goes on hanging: the next probe comes.
    }
  }

  /** What could not be loaded may be mended meanwhile. Nobody waits for it. */
  #tryFailedAgain(): void {
    if (this.#inner.status().state !== 'failed') {
      this.#failedSince = null;
      return;
    }
    this.#failedSince ??= performance.now();
    if (performance.now() - this.#failedSince < this.#settings.retryFailedMs) return;
    this.#failedSince = null;
    this.#inner.restart();
  }
}

export const guardEmbedder = (inner: RestartableEmbedder, settings: GuardSettings): Embedder =>
  new GuardedEmbedder(inner, settings);
