import { HoneError } from './error.ts';

/** Why a step of a ladder was passed over. */
export const FALLBACK_REASONS = ['off', 'timeout', 'breaker_open', 'busy', 'error'] as const;
export type FallbackReason = (typeof FALLBACK_REASONS)[number];

/** No vector could be had. The caller goes on without; `reason` says why in a word that can be counted. */
export class EmbeddingFailure extends HoneError {
  readonly reason: FallbackReason;

  constructor(reason: FallbackReason, words: string) {
    super('STORE_UNAVAILABLE', `No vectors: ${words}.`, 'Recall goes on by full text. `hone doctor` says what to do.');
    this.name = 'EmbeddingFailure';
    this.reason = reason;
    this.words = words;
  }

  /** The cause alone, to stand in a sentence. */
  readonly words: string;
}
