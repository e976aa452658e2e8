import { join } from 'node:path';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { LessonText } from '../../src/domain/lesson.ts';
import { ORGANISATION } from '../../src/domain/organisation.ts';
import type { IndexEntry } from '../../src/domain/retrieval/index-entry.ts';
import { rememberingEmbedder } from '../../src/use-cases/evaluation/remembering-embedder.ts';
import { indexLesson } from '../../src/use-cases/recall/index-lesson.ts';
import { performRecall } from '../../src/use-cases/recall/perform-recall.ts';
import type { Services } from '../../src/use-cases/services.ts';
import { type Figure, quantile } from './figure.ts';
import { lessonOf } from './filled-store.ts';
import { sampleLessons, sampleQueries } from './sample-lessons.ts';
import { inFolder } from './served.ts';

const PROJECTS = 200;
const LESSONS = 250;
/** Of the organisation, in either store. */
const SHARED = 50;
const WARM_UP = 20;
const MOST_TIMES = 1.3;

type Open = Services & { close(): Promise<void> };
interface Indexed {
  readonly text: LessonText;
  readonly index: IndexEntry;
}

/** Whether a recall costs more in a store of 200 projects than in a store of one: processor time, question by question. */
export const manyProjects = (rounds: number, say: (line: string) => void): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const [one, many] = [await openIn(folder, 'one'), await openIn(folder, 'many')];
    try {
      const embedder = rememberingEmbedder(one.embedder);
      const indexed: Indexed[] = [];
      for (const text of sampleLessons(LESSONS + SHARED)) {
        indexed.push({ text, index: await indexLesson({ ...one, embedder }, text) });
      }
      await fill(one, 1, indexed);
      await fill(many, PROJECTS, indexed, say);
      const spent = await compare({ ...one, embedder }, { ...many, embedder }, rounds);
      return [
        {
          name: `recall in one project of ${LESSONS}, processor time, p50`,
          value: quantile(spent.one, 0.5),
          unit: 'ms',
          n: rounds,
        },
        {
          name: `the same among ${PROJECTS} such projects (${PROJECTS * LESSONS} lessons), p50`,
          value: quantile(spent.many, 0.5),
          unit: 'ms',
          n: rounds,
        },
        {
          name: 'among 200 projects ÷ alone, median over questions',
          value: quantile(
            spent.many.map((ms, at) => ms / Math.max(0.001, spent.one[at] ?? 0)),
            0.5,
          ),
          unit: '×',
          n: rounds,
          target: { side: 'most', value: MOST_TIMES },
        },
      ];
    } finally {
      await one.close();
      await many.close();
    }
  });

const openIn = async (folder: string, name: string): Promise<Open> =>
  compose(
    await readConfig({ flags: { store: join(folder, `${name}.db`) }, environment: { HONE_HOME: folder }, folder }),
  );

const fill = async (
  services: Open,
  projects: number,
  indexed: readonly Indexed[],
  say: (line: string) => void = () => {},
): Promise<void> => {
  await store(services, ORGANISATION, indexed.slice(LESSONS));
  for (let number = 0; number < projects; number += 1) {
    await store(services, `project-${number}`, indexed.slice(0, LESSONS));
    if (number % 20 === 19) say(`projects stored: ${number + 1} of ${projects}`);
  }
};

const store = (services: Open, project: string, indexed: readonly Indexed[]): Promise<void> =>
  services.unitOfWork.write(async (stores) => {
    await stores.directory.addProject(project, services.clock.now());
    for (const { text, index } of indexed) {
      const lesson = lessonOf(services, project, text, 'active');
      const { lesson_id, created_at: at } = lesson;
      const step = {
        lesson_id,
        version: 1,
        from: null,
        to: 'active',
        actor: 'ann',
        role: 'lead',
        reason: 'bench',
        at,
      } as const;
      await stores.lessons.add({ lesson, index, transition: step, evidence: [], links: [] });
    }
  });

/** Each question goes to both, so that both meet the machine as it is; its vector is made before. */
const compare = async (one: Services, many: Services, rounds: number): Promise<{ one: number[]; many: number[] }> => {
  const spent = { one: [] as number[], many: [] as number[] };
  for (const [at, { query, paths }] of sampleQueries(rounds + WARM_UP).entries()) {
    const request = { query, aspects: [], paths, limit: 3, tokenBudget: 800, detailed: false };
    await performRecall(one, { ...request, project: 'project-0' });
    const alone = await processorTime(() => performRecall(one, { ...request, project: 'project-0' }));
    const project = `project-${at % PROJECTS}`;
    await performRecall(many, { ...request, project });
    const among = await processorTime(() => performRecall(many, { ...request, project }));
    if (at < WARM_UP) continue;
    spent.one.push(alone);
    spent.many.push(among);
  }
  return spent;
};

/** Milliseconds of processor time of this process. */
const processorTime = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};
