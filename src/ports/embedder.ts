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
   * The L2-normalised vector of `text`, cut to the model's length.
   *
   * @throws HoneError STORE_UNAVAILABLE when the model cannot be had, with the reason; the caller goes on without.
   */
  embed(text: string): Promise<Float32Array>;
  close(): Promise<void>;
}
