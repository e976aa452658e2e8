import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { openTransformersEmbedder } from '../../src/adapters/embedding/transformers-embedder.ts';
import type { RestartableEmbedder } from '../../src/ports/embedder.ts';

export interface HangingModel {
  readonly embedder: RestartableEmbedder;
  hang(): void;
  mend(): void;
}

/** The real embedder with a thread that can be made to hang, and mended: what hangs stays so until it is started anew. */
export const hangingModel = (folder: string, options: { hangAtLoad?: boolean } = {}): HangingModel => {
  const flag = join(folder, 'hang');
  const embedder = openTransformersEmbedder({
    folder: join(import.meta.dirname, '../../data/models/all-MiniLM-L6-v2'),
    dense: true,
    start: () =>
      new Worker(new URL('./hanging-worker.mjs', import.meta.url), {
        workerData: { hang: flag, hangAtLoad: options.hangAtLoad === true },
      }),
  });
  return { embedder, hang: () => writeFileSync(flag, ''), mend: () => rmSync(flag, { force: true }) };
};
