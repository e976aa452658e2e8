import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BareRecall, openBareRecall } from './bare-recall.ts';
import { type Figure, quantile, timed, timeFigures } from './figure.ts';
import { type Memory, memoryOf } from './memory.ts';
import { sampleQueries } from './sample-lessons.ts';
import { inFolder, type Served, serve, untilWarm } from './served.ts';

const MOST_P95_MS = 50;
const WARM_UP = 20;
const MOST_MEGABYTES = { hybrid: 350, lexical: 120 } as const;

/** Recalls one after the other, as an agent would make them, and what the server then holds in memory. */
export const recallTime = (filled: string, rounds: number): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const store = join(folder, 'hone.db');
    copyFileSync(filled, store);
    const queries = sampleQueries(rounds + WARM_UP);
    const floor = await openBareRecall(store);
    const hybrid = await recallOf({ folder, store, dense: true }, queries, floor).finally(floor.close);
    const lexical = await recallOf({ folder, store, dense: false }, queries, null);
    const { bare } = hybrid;
    return [
      ...timeFigures('recall, hybrid', hybrid.times, MOST_P95_MS),
      ...timeFigures('one embedding and one exact scan alone', bare),
      {
        name: 'recall, hybrid ÷ one embedding and one exact scan alone, p50',
        value: quantile(hybrid.times, 0.5) / quantile(bare, 0.5),
        unit: '×',
        n: rounds,
      },
      ...timeFigures('recall, full text alone', lexical.times, MOST_P95_MS),
      ...memoryFigures('with the model', hybrid.memory, MOST_MEGABYTES.hybrid, queries.length),
      ...memoryFigures('full text alone', lexical.memory, MOST_MEGABYTES.lexical, queries.length),
    ];
  });

const memoryFigures = (how: string, memory: Memory, most: number, recalls: number): Figure[] => {
  const name = `resident memory after ${recalls} recalls, ${how}`;
  return [
    { name, value: memory.resident, unit: 'MB', n: 1, target: { side: 'most', value: most } },
    { name: `${name}, without pages of the program's and the store's files`, value: memory.own, unit: 'MB', n: 1 },
  ];
};

/** `floor` answers each query right after the server has, so that both meet the machine as busy. */
const recallOf = async (
  options: { folder: string; store: string; dense: boolean },
  queries: readonly { query: string; paths: string[] }[],
  floor: BareRecall | null,
): Promise<{ times: number[]; bare: number[]; memory: Memory }> => {
  const served = await serve(options);
  try {
    if (options.dense) await untilWarm(served);
    const times: number[] = [];
    const bare: number[] = [];
    for (const query of queries) {
      times.push(await timed(() => recall(served, query, options.dense ? 'hybrid' : 'lexical')));
      if (floor !== null) bare.push(await timed(() => floor.ask(query.query)));
    }
    return { times: times.slice(WARM_UP), bare: bare.slice(WARM_UP), memory: memoryOf(served.pid) };
  } finally {
    await served.close();
  }
};

/** @throws when it was answered another way than is to be timed. */
const recall = async ({ call }: Served, query: { query: string; paths: string[] }, wanted: string): Promise<void> => {
  const { path } = await call('recall_lessons', query);
  if (path !== wanted) throw new Error(`recall went ${String(path)}, not ${wanted}`);
};
