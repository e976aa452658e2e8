import { join } from 'node:path';
import { type Figure, quantile, timed } from './figure.ts';
import { connect, inFolder, type Served, serve } from './served.ts';

const BARE = join(import.meta.dirname, 'bare-server.mjs');
const MOST_RATIO = 1.3;

const once = (start: () => Promise<Served>): Promise<number> => {
  let served: Served | null = null;
  return timed(async () => {
    served = await start();
    await served.client.listTools();
  }).finally(() => served?.close());
};

/** From spawning the process to the answered `tools/list`, in turn with a bare server, so that both see the same machine. */
export const startUp = (filled: string, rounds: number): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const ways = {
      bare: () => connect([BARE], { cwd: folder, env: {} }),
      empty: () => serve({ folder, store: join(folder, 'empty.db'), dense: true }),
      filled: () => serve({ folder, store: filled, dense: true }),
    };
    const times = { bare: [] as number[], empty: [] as number[], filled: [] as number[] };
    for (let round = 0; round <= rounds; round += 1) {
      for (const way of ['bare', 'empty', 'filled'] as const) {
        const took = await once(ways[way]);
        // The first of each reads the files into the machine's cache.
        if (round > 0) times[way].push(took);
      }
    }
    const median = (way: keyof typeof times): number => quantile(times[way], 0.5);
    const ratio = (way: 'empty' | 'filled'): Figure => ({
      name: `start to tools/list, ${way} store ÷ bare server`,
      value: median(way) / median('bare'),
      unit: '×',
      n: rounds,
      target: { side: 'most', value: MOST_RATIO },
    });
    const absolute = (way: keyof typeof times, name: string): Figure => ({
      name: `start to tools/list, ${name}, p50`,
      value: median(way),
      unit: 'ms',
      n: rounds,
    });
    return [
      absolute('bare', 'bare server'),
      absolute('empty', 'empty store'),
      absolute('filled', 'filled store'),
      ratio('empty'),
      ratio('filled'),
    ];
  });
