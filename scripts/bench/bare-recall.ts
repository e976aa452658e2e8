import Database from 'better-sqlite3';
import { load } from 'sqlite-vec';
import { openTransformersEmbedder } from '../../src/adapters/embedding/transformers-embedder.ts';
import { readConfig } from '../../src/config.ts';
import { timed } from './figure.ts';

const NEAREST = 20;

/**
 * The least that a search by meaning can cost: one text embedded, and one exact scan of the same store's vectors. In
 * milliseconds for each query.
 */
export const bareRecall = async (store: string, queries: readonly string[]): Promise<number[]> => {
  const { modelFolder } = await readConfig({ flags: {}, environment: {}, folder: import.meta.dirname });
  const embedder = openTransformersEmbedder({ folder: modelFolder, dense: true });
  const database = new Database(store, { readonly: true });
  try {
    load(database);
    const part = database.prepare('SELECT part FROM search_vector LIMIT 1').pluck().safeIntegers().get();
    const nearest = database.prepare(
      'SELECT vector_id, distance FROM search_vector WHERE embedding MATCH ? AND k = ? AND part = ?',
    );
    await embedder.embed('warm up');
    const times: number[] = [];
    for (const query of queries) {
      const took = await timed(async () => {
        const vector = await embedder.embed(query);
        nearest.all(Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength), BigInt(NEAREST), part);
      });
      times.push(took);
    }
    return times;
  } finally {
    database.close();
    await embedder.close();
  }
};
