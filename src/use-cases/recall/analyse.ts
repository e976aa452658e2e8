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
  readonly withoutVectors: string | null;
}

class Late extends Error {}

const deadline = async <T>(work: Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late('the model did not answer in time')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Terms and vectors of what is asked. An error is searched for without what differs each time it is met. */
export const analyse = async (services: Services, request: RecallRequest): Promise<Analysis> => {
  const error = request.error === undefined ? '' : errorFingerprint(request.error);
  const texts = [error === '' ? request.query : `${request.query}\n${error}`, ...request.aspects];
  const vectors = await embedAll(services, texts);
  const parts = texts.map((text, i) => ({ text, terms: tokenize(text), vector: vectors.list?.[i] ?? null }));
  const [query = { text: '', terms: [], vector: null }, ...aspects] = parts;
  return { query, aspects, withoutVectors: vectors.reason };
};

const embedAll = async (
  services: Services,
  texts: readonly string[],
): Promise<{ list: Float32Array[] | null; reason: string | null }> => {
  const { denseWaitMs, coldWaitMs } = services.settings;
  const ready = services.embedder.status().state === 'ready';
  try {
    const vectors = Promise.all(texts.map((text) => services.embedder.embed(text)));
    const list = await deadline(vectors, ready ? denseWaitMs : coldWaitMs);
    return { list, reason: null };
  } catch (error) {
    const status = services.embedder.status();
    services.telemetry.count('hone_fallbacks_total', {
      from: 'hybrid',
      to: 'lexical',
      reason: status.state === 'off' ? 'off' : error instanceof Late ? 'timeout' : 'error',
    });
    if ('reason' in status) return { list: null, reason: status.reason };
    return { list: null, reason: error instanceof Error ? error.message : 'the model failed' };
  }
};
