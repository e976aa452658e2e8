import type { Embedder } from '../../ports/embedder.ts';

/** The same embedder, which makes the vector of a text once: a replay asks for the same texts again and again. */
export const rememberingEmbedder = (embedder: Embedder): Embedder => {
  const known = new Map<string, Promise<Float32Array>>();
  return {
    identity: embedder.identity,
    status: () => embedder.status(),
    warm: () => embedder.warm(),
    close: () => embedder.close(),
    embed: (text, limits) => {
      const key = JSON.stringify([limits?.as ?? 'document', text]);
      const made = known.get(key) ?? embedder.embed(text, limits);
      known.set(key, made);
      return made;
    },
  };
};
