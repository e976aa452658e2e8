import { EmbeddingFailure, type FallbackReason } from '../../domain/embedding-failure.ts';
import { tokenize } from '../../domain/retrieval/tokens.ts';
import { errorFingerprint } from '../../domain/text/error-fingerprint.ts';
import type { Services } from '../services.ts';
import type { RecallRequest } from './perform-recall.ts';

/** One text that is searched for: the query itself, or an aspect. */
export interface Part {
  readonly text: string;
  readonly terms: readonly string[];
  readonly vector: Float32Array | null;
}

export interface Analysis {
  readonly query: Part;
  readonly aspects: readonly Part[];
  /** Why there are no vectors; null when there are. */
  readonly withoutVectors: { readonly reason: FallbackReason; readonly words: string } | null;
}

/** Terms and vectors of what is asked. An error is searched for without what differs each time it is met. */
export const analyse = async (
  services: Services,
  request: RecallRequest,
  without: { readonly off: boolean; readonly crowded: boolean },
): Promise<Analysis> => {
  const error = request.error === undefined ? '' : errorFingerprint(request.error);
  const texts = [error === '' ? request.query : `${request.query}\n${error}`, ...request.aspects];
  const vectors = await vectorsOf(services, texts, without);
  const parts = texts.map((text, i) => ({ text, terms: tokenize(text), vector: vectors.list?.[i] ?? null }));
  const [query = { text: '', terms: [], vector: null }, ...aspects] = parts;
  return { query, aspects, withoutVectors: vectors.missing };
};

const SWITCHED_OFF = {
  list: null,
  missing: { reason: 'off', words: 'an operator switched search by meaning off' },
} as const;

const CROWDED = {
  reason: 'busy',
  words: 'many recalls were under way and this one would have waited too long for its vectors',
} as const;

interface Vectors {
  readonly list: Float32Array[] | null;
  readonly missing: Analysis['withoutVectors'];
}

const vectorsOf = async (
  services: Services,
  texts: readonly string[],
  { off, crowded }: { readonly off: boolean; readonly crowded: boolean },
): Promise<Vectors> => {
  if (off) return SWITCHED_OFF;
  // Without a model it is that which is said.
  if (!crowded || services.embedder.status().state !== 'ready') return embedAll(services, texts);
  services.telemetry.count('hone_fallbacks_total', { from: 'hybrid', to: 'lexical', reason: CROWDED.reason });
  return { list: null, missing: CROWDED };
};

const embedAll = async (services: Services, texts: readonly string[]): Promise<Vectors> => {
  try {
    return {
      list: await Promise.all(texts.map((text) => services.embedder.embed(text, { as: 'query' }))),
      missing: null,
    };
  } catch (error) {
    const missing =
      error instanceof EmbeddingFailure
        ? { reason: error.reason, words: error.words }
        : { reason: 'error' as const, words: 'the model failed' };
    services.telemetry.count('hone_fallbacks_total', { from: 'hybrid', to: 'lexical', reason: missing.reason });
    return { list: null, missing };
  }
};
