import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { randomSource } from '../../src/domain/statistics/random-source.ts';
import type { Stores } from '../../src/ports/unit-of-work.ts';
import type { Services } from '../../src/use-cases/services.ts';
import { PROJECT } from './served.ts';

const BATCH = 500;
const YEAR_MS = 365 * 86_400_000;
const MINUTE_MS = 60_000;
/** Changes when what is kept of a run does. */
const FORMAT = 1;

/**
 * A copy of a store of lessons with so many runs on top, spread over the year before now: each with its recall, every third
 * corrected, nearly all confirmed. Kept among the temporary files for a day.
 */
export const filledRuns = async (lessonStore: string, runs: number, say: (line: string) => void): Promise<string> => {
  const day = new Date().toISOString().slice(0, 10);
  const path = `${lessonStore.replace(/\.db$/u, '')}-${runs}-runs-${FORMAT}-${day}.db`;
  if (existsSync(path)) return path;
  const unfinished = `${path}.unfinished`;
  copyFileSync(lessonStore, unfinished);
  const folder = join(tmpdir(), 'hone-bench');
  const config = await readConfig({
    flags: { store: unfinished },
    environment: { HONE_HOME: folder, HONE_DENSE: 'off' },
    folder,
  });
  const services = await compose(config);
  await fill(services, runs, say).finally(() => services.close());
  renameSync(unfinished, path);
  return path;
};

const fill = async (services: Services, runs: number, say: (line: string) => void): Promise<void> => {
  const random = randomSource(11);
  const { items } = await services.stores.lessons.list(PROJECT, { limit: 200 });
  const lessons = items.map(({ lesson_id }) => lesson_id);
  const end = Date.now();
  for (let from = 0; from < runs; from += BATCH) {
    await services.unitOfWork.write(async (stores) => {
      for (let index = from; index < Math.min(runs, from + BATCH); index += 1) {
        const start = end - YEAR_MS * (1 - index / runs);
        await addRun({ stores, services, random, lessons, start, index });
      }
    });
    if (from % (20 * BATCH) === 0) say(`runs stored: ${from} of ${runs}`);
  }
};

interface NewRun {
  readonly stores: Stores;
  readonly services: Services;
  readonly random: () => number;
  readonly lessons: readonly string[];
  readonly start: number;
  readonly index: number;
}

const addRun = async ({ stores, services, random, lessons, start, index }: NewRun): Promise<void> => {
  const at = (minutes: number): string => new Date(start + minutes * MINUTE_MS).toISOString();
  const [task_id, run_id] = [services.ids.next('task'), services.ids.next('run')];
  const text = `Task number ${index}: change the parser of option ${index % 97}`;
  const own = { project: PROJECT, run_id };
  const lesson_id = lessons[Math.floor(random() * lessons.length)] ?? '';
  const workflow = index % 3 === 0 ? 'feature' : 'bugfix';
  await stores.runs.addTask({
    project: PROJECT,
    task_id,
    task_key: `BENCH-${index}`,
    text,
    workflow,
    started_at: at(0),
  });
  await stores.runs.addRun({
    ...own,
    task_id,
    attempt: 1,
    text,
    aspects: [],
    paths: [],
    principal: 'ann',
    started_at: at(0),
    looped: false,
  });
  await stores.runs.addRecall({
    ...own,
    recall_id: services.ids.next('recall'),
    query: text,
    decision: 'deliver',
    path: random() < 0.97 ? 'hybrid' : 'lexical',
    reason: 'These lessons fit the task.',
    tokens: 180,
    at: at(0.1),
    candidates: [{ lesson_id, rank: 1, score: 0.7 }],
  });
  if (random() < 0.33) await addCorrection({ stores, services, own, lesson_id, at: at(20), repeat: random() < 0.2 });
  await stores.runs.addVerdict({ ...own, lesson_id, verdict: 'helpful', by: 'ann', source: 'human', at: at(60) });
  if (random() < 0.96) {
    const outcome = random() < 0.7 ? 'completed_clean' : 'completed_rewritten';
    await stores.runs.addOutcome({ ...own, task_id, outcome, source: 'ci', by: 'ci', at: at(60 + 200 * random()) });
  }
};

const addCorrection = async (facts: {
  readonly stores: Stores;
  readonly services: Services;
  readonly own: { readonly project: string; readonly run_id: string };
  readonly lesson_id: string;
  readonly at: string;
  readonly repeat: boolean;
}): Promise<void> => {
  const { stores, services, own, lesson_id, at, repeat } = facts;
  const correction_id = services.ids.next('correction');
  const match = repeat
    ? ({ match: 'repeat', lesson_id, repeat_why: 'ignored' } as const)
    : ({ match: 'novel' } as const);
  const said = { wrong: 'edited the generated file', right: 'edit its source', kind: 'correction' } as const;
  await stores.runs.addCorrection({ ...own, correction_id, ...said, ...match, by: 'ann', at });
  await stores.runs.addIntervention({ ...own, kind: 'correction', planned: false, correction_id, by: 'ann', at });
};
