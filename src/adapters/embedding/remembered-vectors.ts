import { createHash } from 'node:crypto';
import type { Embedder } from '../../ports/embedder.ts';

/** 1.5 KB each. */
const MOST = 500;

/**
 * The same embedder, which makes a vector of the same text once while it is remembered: a task is asked about again when its run
 * recalls, when it is corrected, and by the next agent that is given it. Texts are not kept, only their hashes.
 */
export const rememberVectors = (embedder: Embedder, most = MOST): Embedder => {
  const known = new Map<string, Float32Array>();
  const keep = (key: string, vector: Float32Array): void => {
    known.delete(key);
    known.set(key, vector);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
  };
  return {
    identity: embedder.identity,
    status: () => embedder.status(),
    warm: () => embedder.warm(),
    close: () => embedder.close(),
    embed: async (text, limits = {}) => {
      const key = createHash('sha256')
        .update(`${limits.as ?? 'document'}\n${text}`)
        .digest('base64');
      const vector = known.get(key) ?? (await embedder.embed(text, limits));
      keep(key, vector);
      // A copy: whoever changed what is kept would change every later answer.
      return vector.slice();
    },
  };
};
