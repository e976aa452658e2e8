/** What made a vector. Vectors of different identities are never compared. */
export interface EmbedderIdentity {
  readonly model: string;
  readonly dtype: string;
  readonly runtime: string;
  /** Length of each vector. */
  readonly dimension: number;
}

export type EmbedderStatus =
  | { readonly state: 'idle' | 'loading' | 'ready' }
  /** Switched off by configuration, or broken; `reason` is fit to be shown. */
  | { readonly state: 'off' | 'failed'; readonly reason: string };

/**
 * Turns one text into one unit vector, with a model that lies beside the program.
 *
 * Not a queue and not a cache: texts are embedded one at a time in the order asked. Never downloads.
 */
export interface Embedder {
  readonly identity: EmbedderIdentity;
  status(): EmbedderStatus;
  /** Starts loading in the background, once. Never throws. */
  warm(): void;
  /**
   * The L2-normalised vector of `text`, cut to the model's length. Waits as long as it was set up to, unless told otherwise.
   *
   * @throws EmbeddingFailure when the model cannot be had in time, with the reason; the caller goes on without.
   */
  embed(text: string, limits?: EmbeddingLimits): Promise<Float32Array>;
  close(): Promise<void>;
}

export interface EmbeddingLimits {
  /** Longest wait in milliseconds, for work that nobody waits for. */
  readonly withinMs?: number;
  /** What the text is to the model: one that asks, or one that is asked for (the default). Some put other words before each. */
  readonly as?: 'query' | 'document';
}

/** One that can be found hanging, and begun anew. Its `embed` waits for ever. */
export interface RestartableEmbedder extends Embedder {
  /** How long it has shown no sign of life although it had work: loading, or a text to embed. In milliseconds. */
  silentMs(): number;
  /** Gives up what is running; the next `warm` or `embed` starts afresh. Does not wait for what hangs. */
  restart(): void;
  /** True once something that hangs could not be ended: the process will not end by itself while it does. */
  stuck(): boolean;
}
