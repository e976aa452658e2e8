import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTransformersEmbedder } from '../../src/adapters/embedding/transformers-embedder.ts';

const file = join(tmpdir(), 'hone-eval', 'vectors.bin');
const RECORD = 32 + 384 * 4;

/** The product's own embedder, remembering every vector on disk between runs of an evaluation. */
export const openCachedEmbedder = () => {
  const embedder = openTransformersEmbedder({
    folder: join(import.meta.dirname, '../../data/models/all-MiniLM-L6-v2'),
    dense: true,
  });
  const known = new Map<string, Float32Array>();
  mkdirSync(join(tmpdir(), 'hone-eval'), { recursive: true });
  if (existsSync(file)) {
    const bytes = readFileSync(file);
    for (let at = 0; at + RECORD <= bytes.length; at += RECORD) {
      const vector = new Float32Array(bytes.buffer.slice(bytes.byteOffset + at + 32, bytes.byteOffset + at + RECORD));
      known.set(bytes.subarray(at, at + 32).toString('hex'), vector);
    }
  }
  const embed = async (text: string): Promise<Float32Array> => {
    const key = createHash('sha256').update(`${embedder.identity.model}\n${text}`).digest();
    const found = known.get(key.toString('hex'));
    if (found !== undefined) return found;
    const vector = await embedder.embed(text);
    known.set(key.toString('hex'), vector);
    appendFileSync(file, Buffer.concat([key, Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)]));
    return vector;
  };
  return { embed, close: () => embedder.close() };
};
