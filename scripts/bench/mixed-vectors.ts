import { createHash } from 'node:crypto';
import type { Embedder } from '../../src/ports/embedder.ts';

/** So many texts are really embedded; of others the vector lies between two of theirs. */
const REAL = 500;

/** Vectors of about the spread of real ones, at the cost of none: for scans that are timed, never for ranking. */
export const mixedVectors = (embedder: Embedder): Embedder => {
  const real: Float32Array[] = [];
  const known = new Map<string, Float32Array>();
  return {
    identity: embedder.identity,
    status: () => embedder.status(),
    warm: () => embedder.warm(),
    close: () => embedder.close(),
    embed: async (text, limits) => {
      const found = known.get(text);
      if (found !== undefined) return found;
      if (real.length >= REAL) return between(real, text);
      const vector = await embedder.embed(text, { ...limits, withinMs: 120_000 });
      real.push(vector);
      known.set(text, vector);
      return vector;
    },
  };
};

/** The same text always lies at the same place. */
const between = (real: readonly Float32Array[], text: string): Float32Array => {
  const digest = createHash('sha256').update(text).digest();
  const one = real[digest.readUInt32LE(0) % real.length] ?? new Float32Array();
  const other = real[digest.readUInt32LE(4) % real.length] ?? one;
  const share = 0.3 + (0.4 * digest.readUInt32LE(8)) / 2 ** 32;
  const sum = one.map((value, index) => share * value + (1 - share) * (other[index] ?? 0));
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
};
