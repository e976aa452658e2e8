import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, timed, timeFigures } from './figure.ts';
import { sampleQueries } from './sample-lessons.ts';
import { inFolder, type Served, serve, untilWarm } from './served.ts';

const MOST_P95_MS = 20;

/** Writes of each kind into the filled store. With the model, a write's texts are embedded first: stated apart. */
export const writeTime = (filled: string, rounds: number): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const store = join(folder, 'hone.db');
    copyFileSync(filled, store);
    const figures: Figure[] = [];
    for (const dense of [false, true]) {
      const served = await serve({ folder, store, dense });
      const how = dense ? 'with its embedding' : 'without embedding';
      const most = dense ? undefined : MOST_P95_MS;
      try {
        if (dense) await untilWarm(served);
        figures.push(
          ...timeFigures(`record_correction, ${how}`, await corrections(served, rounds), most),
          ...timeFigures(`propose_lesson, ${how}`, await proposals(served, rounds), most),
          ...timeFigures(`start_task, ${how}`, await starts(served, rounds)),
        );
      } finally {
        await served.close();
      }
    }
    return figures;
  });

const each = async (rounds: number, work: (query: string, at: number) => Promise<unknown>): Promise<number[]> => {
  const times: number[] = [];
  for (const [at, { query }] of sampleQueries(rounds).entries()) times.push(await timed(() => work(query, at)));
  return times;
};

const corrections = ({ call }: Served, rounds: number): Promise<number[]> =>
  each(rounds, (query, at) =>
    call('record_correction', {
      wrong: `left out step ${at}`,
      right: `Step ${at}: ${query}`,
      when: `Preparing ${query}`,
    }),
  );

const proposals = ({ call }: Served, rounds: number): Promise<number[]> =>
  each(rounds, (query, at) =>
    call('propose_lesson', { when: `Preparing release ${at}: ${query}`, rule: `Check first that ${query}` }),
  );

const starts = ({ call }: Served, rounds: number): Promise<number[]> =>
  each(rounds, (query) => call('start_task', { task: query }));
