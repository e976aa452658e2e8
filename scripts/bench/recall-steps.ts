import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { recallLessons } from '../../src/use-cases/recall-lessons.ts';
import type { Caller, Services } from '../../src/use-cases/services.ts';
import { type Figure, timed } from './figure.ts';
import { sampleQueries } from './sample-lessons.ts';
import { inFolder, PROJECT } from './served.ts';

const WARM_UP = 20;
const AGENT: Caller = {
  principal: { name: 'ann', kind: 'agent', roles: ['agent'], projects: '*', solo: true },
  project: PROJECT,
  known: new Set([PROJECT]),
};

/** Each step's share of a recall, timed inside this process where the steps meet their ports. */
export const recallSteps = (filled: string, rounds: number): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const store = join(folder, 'hone.db');
    copyFileSync(filled, store);
    const environment = { HONE_HOME: folder, HONE_PROJECT: PROJECT, HONE_USER: 'ann' };
    const services = await compose(await readConfig({ flags: { store }, environment, folder }));
    try {
      const spent = new Map<string, number>();
      const watched = watch(services, spent);
      const queries = sampleQueries(rounds + WARM_UP);
      const ask = (query: { query: string; paths: string[] }): Promise<number> =>
        timed(() => recallLessons(watched, AGENT, query));
      for (const query of queries.slice(0, WARM_UP)) await ask(query);
      spent.clear();
      let total = 0;
      for (const query of queries.slice(WARM_UP)) total += await ask(query);
      const named = [...spent].sort((a, b) => b[1] - a[1]);
      const rest = total - named.reduce((sum, [, time]) => sum + time, 0);
      return [...named, ['weighing, choosing and all else', rest] as const].map(([step, time]) => ({
        name: `recall, share of ${step}`,
        value: (100 * time) / total,
        unit: '%',
        n: rounds,
      }));
    } finally {
      await services.close();
    }
  });

/** Ports that add the time of each call to the step it belongs to. */
const watch = (services: Services, spent: Map<string, number>): Services => {
  const timing =
    <Given extends unknown[], Answer>(step: string, work: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      const start = performance.now();
      try {
        return await work(...given);
      } finally {
        spent.set(step, (spent.get(step) ?? 0) + performance.now() - start);
      }
    };
  const { search, lessons } = services.stores;
  const { embedder, guard, unitOfWork } = services;
  return {
    ...services,
    embedder: {
      identity: embedder.identity,
      status: () => embedder.status(),
      warm: () => embedder.warm(),
      close: () => embedder.close(),
      embed: timing('embedding the query', (text, limits) => embedder.embed(text, { ...limits, withinMs: 60_000 })),
    },
    guard: {
      rules: () => guard.rules(),
      findSecrets: timing('the guards', (text) => guard.findSecrets(text)),
      findPersonalData: timing('the guards', (text) => guard.findPersonalData(text)),
      inspect: timing('the guards', (parts) => guard.inspect(parts)),
    },
    unitOfWork: {
      compact: () => unitOfWork.compact(),
      write: timing('recording the recall', unitOfWork.write.bind(unitOfWork)) as Services['unitOfWork']['write'],
    },
    stores: {
      ...services.stores,
      search: {
        ...search,
        lexical: timing('the search by words', search.lexical),
        dense: timing('the search by meaning', search.dense),
        similarities: timing('comparing the candidates', search.similarities),
        terms: timing('comparing the candidates', search.terms),
        documentFrequencies: timing('the search by words', search.documentFrequencies),
        scoped: timing('the lessons of the paths', search.scoped),
      },
      lessons: { ...lessons, find: timing('reading the lessons', lessons.find) },
    },
  };
};
