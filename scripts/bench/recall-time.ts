import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { bareRecall } from './bare-recall.ts';
import { type Figure, quantile, timed, timeFigures } from './figure.ts';
import { residentMegabytes } from './memory.ts';
import { sampleQueries } from './sample-lessons.ts';
import { inFolder, serve, untilWarm } from './served.ts';

const MOST_P95_MS = 50;
const WARM_UP = 20;
const MOST_MEGABYTES = { hybrid: 350, lexical: 120 } as const;

/** Recalls one after the other, as an agent would make them, and what the server then holds in memory. */
export const recallTime = (filled: string, rounds: number): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const store = join(folder, 'hone.db');
    copyFileSync(filled, store);
    const queries = sampleQueries(rounds + WARM_UP);
    const hybrid = await recallOf({ folder, store, dense: true }, queries);
    const lexical = await recallOf({ folder, store, dense: false }, queries);
    const bare = await bareRecall(
      store,
      queries.slice(WARM_UP).map(({ query }) => query),
    );
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
      memory('with the model', hybrid.megabytes, MOST_MEGABYTES.hybrid, queries.length),
      memory('full text alone', lexical.megabytes, MOST_MEGABYTES.lexical, queries.length),
    ];
  });

const memory = (how: string, value: number, most: number, recalls: number): Figure => ({
  name: `resident memory after ${recalls} recalls, ${how}`,
  value,
  unit: 'MB',
  n: 1,
  target: { side: 'most', value: most },
});

const recallOf = async (
  options: { folder: string; store: string; dense: boolean },
  queries: readonly { query: string; paths: string[] }[],
): Promise<{ times: number[]; megabytes: number }> => {
  const served = await serve(options);
  try {
    if (options.dense) await untilWarm(served);
    const wanted = options.dense ? 'hybrid' : 'lexical';
    const times: number[] = [];
    for (const query of queries) {
      const took = await timed(async () => {
        const { path } = await served.call('recall_lessons', query);
        if (path !== wanted) throw new Error(`recall went ${String(path)}, not ${wanted}`);
      });
      times.push(took);
    }
    return { times: times.slice(WARM_UP), megabytes: residentMegabytes(served.pid) };
  } finally {
    await served.close();
  }
};
