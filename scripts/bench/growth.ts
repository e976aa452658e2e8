import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBareRecall } from './bare-recall.ts';
import { type Figure, quantile, timed, timeFigures } from './figure.ts';
import { filledStore } from './filled-store.ts';
import { memoryOf } from './memory.ts';
import { recallSteps } from './recall-steps.ts';
import { sampleLessons, sampleQueries } from './sample-lessons.ts';
import { inFolder, serve, untilWarm } from './served.ts';

const WARM_UP = 20;
const MOST_GROWTH = 4;
const SIZES = [1_000, 10_000, 50_000] as const;
const [SMALL, MEDIUM, LARGE] = SIZES;

/** Recall in one project as it grows: by meaning and words, over MCP, with memory and each step's share. */
export const growth = async (rounds: number, say: (line: string) => void): Promise<Figure[]> => {
  const lessons = sampleLessons(LARGE);
  const store = (count: number) => filledStore(lessons.slice(0, count), say, { mixed: true });
  const figures: Figure[] = [];
  const medians = new Map<string, number>();
  const measure = async (name: string, path: string): Promise<void> => {
    say(`asking: ${name}`);
    const found = await ask(path, rounds);
    const floor = quantile(found.bare, 0.5);
    medians.set(name, quantile(found.times, 0.5));
    figures.push(
      ...timeFigures(`recall, ${name}`, found.times),
      ratio(
        `recall, ${name} ÷ one embedding and one exact scan alone, p50`,
        quantile(found.times, 0.5) / floor,
        rounds,
      ),
      { name: `resident memory, ${name}, with the model`, value: found.memory, unit: 'MB', n: 1 },
    );
  };
  for (const size of SIZES) await measure(`${size} lessons`, await store(size));
  figures.push(...(await recallSteps(await store(MEDIUM), rounds)));
  const between = (more: string, less: string): number => (medians.get(more) ?? 0) / (medians.get(less) ?? 0);
  return [
    ...figures,
    ratio(
      `recall, ${LARGE} ÷ ${MEDIUM} lessons, p50`,
      between(`${LARGE} lessons`, `${MEDIUM} lessons`),
      rounds,
      MOST_GROWTH,
    ),
    ratio(`recall, ${MEDIUM} ÷ ${SMALL} lessons, p50`, between(`${MEDIUM} lessons`, `${SMALL} lessons`), rounds),
  ];
};

const ratio = (name: string, value: number, n: number, most?: number): Figure => ({
  name,
  value,
  unit: '×',
  n,
  ...(most === undefined ? {} : { target: { side: 'most', value: most } }),
});

const ask = (filled: string, rounds: number): Promise<{ times: number[]; bare: number[]; memory: number }> =>
  inFolder(async (folder) => {
    const store = join(folder, 'hone.db');
    copyFileSync(filled, store);
    const floor = await openBareRecall(store);
    const served = await serve({ folder, store, dense: true });
    try {
      await untilWarm(served);
      const [times, bare]: [number[], number[]] = [[], []];
      for (const query of sampleQueries(rounds + WARM_UP)) {
        times.push(await timed(() => served.call('recall_lessons', query)));
        bare.push(await timed(() => floor.ask(query.query)));
      }
      return { times: times.slice(WARM_UP), bare: bare.slice(WARM_UP), memory: memoryOf(served.pid).resident };
    } finally {
      await served.close();
      await floor.close();
    }
  });
