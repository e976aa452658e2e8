import Database from 'better-sqlite3';
import { load } from 'sqlite-vec';
import { openTransformersEmbedder } from '../../src/adapters/embedding/transformers-embedder.ts';
import { readConfig } from '../../src/config.ts';

const NEAREST = 20;

export interface BareRecall {
  readonly ask: (query: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The least that a search by meaning can cost: one text embedded, and one exact scan of the same store's vectors. */
export const openBareRecall = async (store: string): Promise<BareRecall> => {
  const { modelFolder } = await readConfig({ flags: {}, environment: {}, folder: import.meta.dirname });
  const embedder = openTransformersEmbedder({ folder: modelFolder, dense: true });
  const database = new Database(store, { readonly: true });
  load(database);
  const part = database.prepare('SELECT part FROM search_vector LIMIT 1').pluck().safeIntegers().get();
  const nearest = database.prepare(
    'SELECT vector_id, distance FROM search_vector WHERE embedding MATCH ? AND k = ? AND part = ?',
  );
  await embedder.embed('warm up');
  return {
    ask: async (query) => {
      const vector = await embedder.embed(query);
      nearest.all(Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength), BigInt(NEAREST), part);
    },
    close: async () => {
      database.close();
      await embedder.close();
    },
  };
};
