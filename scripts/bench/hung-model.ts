import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { guardEmbedder } from '../../src/adapters/resilience/guarded-embedder.ts';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { recallLessons } from '../../src/use-cases/recall-lessons.ts';
import type { Caller, Services } from '../../src/use-cases/services.ts';
import { hangingModel } from '../../test/support/hanging-model.ts';
import { type Figure, quantile, timed, timeFigures } from './figure.ts';
import { sampleQueries } from './sample-lessons.ts';
import { inFolder, PROJECT } from './served.ts';

/** As a server is set up. */
const SERVING = { waitMs: 350, coldWaitMs: 3_000 };
const MOST_FIRST_MS = 500;
const MOST_EXTRA_MS = 5;

const agent: Caller = {
  principal: { name: 'ann', kind: 'agent', roles: ['agent'], projects: '*', solo: true },
  project: PROJECT,
  known: new Set([PROJECT]),
};

/** Recalls while the model hangs: the first ones wait for it, then nobody does, and it comes back by itself. */
export const hungModel = (filled: string, rounds: number): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const store = join(folder, 'hone.db');
    copyFileSync(filled, store);
    const environment = { HONE_HOME: folder, HONE_PROJECT: PROJECT, HONE_USER: 'ann', HONE_DENSE: 'off' };
    const opened = await compose(await readConfig({ flags: { store }, environment, folder, serving: true }));
    const model = hangingModel(folder);
    const embedder = guardEmbedder(model.embedder, SERVING);
    const services = { ...opened, embedder };
    const queries = sampleQueries(2 * rounds + 40);
    const ask = async (by: Services, expected: string): Promise<number> => {
      const query = queries.shift() ?? { query: 'an empty list', paths: [] };
      const time = await timed(async () => {
        const { path } = await recallLessons(by, agent, query);
        if (path !== expected) throw new Error(`served by ${path}, not ${expected}`);
      });
      return time;
    };
    try {
      await embedder.embed('wake up');
      await ask(services, 'hybrid');
      for (let n = 0; n < 20; n += 1) await ask(opened, 'lexical');
      model.hang();
      const first = [await ask(services, 'lexical'), await ask(services, 'lexical')];
      const [later, alone]: [number[], number[]] = [[], []];
      for (let n = 0; n < rounds; n += 1) {
        later.push(await ask(services, 'lexical'));
        alone.push(await ask(opened, 'lexical'));
      }
      model.mend();
      const back = await timed(() => untilHybrid(services));
      return [
        {
          name: 'recall while the model hangs, slowest of the two that wait for it',
          value: Math.max(...first),
          unit: 'ms',
          n: 2,
          target: { side: 'most', value: MOST_FIRST_MS },
        },
        ...timeFigures('recall while the model hangs, nobody waits', later),
        ...timeFigures('recall, full text alone, in turn with it', alone),
        {
          name: 'recall while the model hangs − full text alone, p50',
          value: quantile(later, 0.5) - quantile(alone, 0.5),
          unit: 'ms',
          n: rounds,
          target: { side: 'most', value: MOST_EXTRA_MS },
        },
        { name: 'from the mending of the model to the first recall by meaning', value: back, unit: 'ms', n: 1 },
      ];
    } finally {
      await embedder.close();
      await opened.close();
    }
  });

const untilHybrid = async (services: Services): Promise<void> => {
  for (;;) {
    const { path } = await recallLessons(services, agent, { query: 'an empty list' });
    if (path === 'hybrid') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
