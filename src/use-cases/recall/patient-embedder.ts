import type { Embedder } from '../../ports/embedder.ts';

/** The same model for work that nobody waits for: it may take its time for each text. */
export const patientEmbedder = (embedder: Embedder, withinMs: number): Embedder => ({
  identity: embedder.identity,
  status: () => embedder.status(),
  warm: () => embedder.warm(),
  embed: (text, limits) => embedder.embed(text, { ...limits, withinMs }),
  close: () => embedder.close(),
});
