import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { randomSource } from '../../src/domain/statistics/random-source.ts';
import type { Services } from '../../src/use-cases/services.ts';
import { PROJECT } from './served.ts';

/** Changes when what is kept of a run does: then older files are of no use. */
const FORMAT = 4;
const BATCH = 10_000;
const DAY_MS = 86_400_000;
/** Runs are spread over so many days, the last of them today: a window of 30 days and the one before it hold them all. */
const DAYS = 60;

/**
 * The path of a store with the records of so many runs, each with a recall, two lessons shown, an outcome and, in one of
 * five, an intervention, in three workflows. Made once and kept among the temporary files.
 */
export const recordedRuns = async (runs: number, say: (line: string) => void): Promise<string> => {
  const folder = join(tmpdir(), 'hone-bench');
  mkdirSync(folder, { recursive: true });
  const today = new Date().toISOString().slice(0, 10);
  const path = join(folder, `runs-${FORMAT}-${runs}-${today}.db`);
  if (existsSync(path)) return path;
  const unfinished = join(folder, `unfinished-${process.pid}.db`);
  const flags = { store: unfinished };
  const config = await readConfig({ flags, environment: { HONE_HOME: folder, HONE_DENSE: 'off' }, folder });
  const services = await compose(config);
  try {
    await fill(services, runs, say).finally(() => services.close());
    for (const end of ['', '.key', '.head']) {
      if (existsSync(`${unfinished}${end}`)) renameSync(`${unfinished}${end}`, `${path}${end}`);
    }
    return path;
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${unfinished}${end}`, { force: true });
  }
};

const fill = async ({ unitOfWork, clock }: Services, runs: number, say: (line: string) => void): Promise<void> => {
  const random = randomSource(1);
  const end = Date.parse(clock.now());
  for (let from = 0; from < runs; from += BATCH) {
    await unitOfWork.write(async (stores) => {
      await stores.directory.addProject(PROJECT, clock.now());
      for (let i = from; i < Math.min(runs, from + BATCH); i += 1) {
        await addRun(stores, i, end - (DAYS * DAY_MS * (runs - i)) / runs, random);
      }
    });
    say(`runs stored: ${Math.min(runs, from + BATCH)} of ${runs}`);
  }
};

type Stores = Parameters<Parameters<Services['unitOfWork']['write']>[0]>[0];

const addRun = async ({ runs }: Stores, index: number, startMs: number, random: () => number): Promise<void> => {
  const at = (minutes: number): string => new Date(startMs + minutes * 60_000).toISOString();
  const [task_id, run_id] = [`task_${index}`, `run_${index}`];
  const text = `Fix the defect number ${index} in the module that reads the configuration`;
  const base = { project: PROJECT, run_id, by: 'ann' } as const;
  const workflow = ['bugfix', 'migration', 'docs'][index % 3] ?? 'bugfix';
  await runs.addTask({ project: PROJECT, task_id, task_key: `APP-${index}`, text, workflow, started_at: at(0) });
  await runs.addRun({
    project: PROJECT,
    run_id,
    task_id,
    attempt: 1,
    text,
    aspects: [],
    paths: ['src/config.ts'],
    principal: 'ann',
    started_at: at(0),
    looped: random() < 0.02,
  });
  await runs.addRecall({
    project: PROJECT,
    recall_id: `rec_${index}`,
    run_id,
    query: text,
    decision: random() < 0.3 ? 'abstain' : 'deliver',
    path: random() < 0.05 ? 'lexical' : 'hybrid',
    reason: 'These lessons fit the task.',
    tokens: Math.floor(400 * random()),
    at: at(0),
    candidates: Array.from({ length: 10 }, (_, rank) => ({
      lesson_id: `les_${(index * 7 + rank) % 500}`,
      rank: rank + 1,
      score: 1 - rank / 10,
      ...(rank < 2 ? {} : { cut: 'threshold' as const }),
    })),
  });
  if (random() < 0.2) await runs.addIntervention({ ...base, kind: 'takeover', planned: random() < 0.1, at: at(5) });
  if (random() < 0.5) {
    const verdict = random() < 0.8 ? 'helpful' : 'unused';
    await runs.addVerdict({ ...base, lesson_id: `les_${(index * 7) % 500}`, verdict, source: 'agent', at: at(20) });
  }
  const outcome = random() < 0.8 ? 'completed_clean' : 'failed';
  if (random() < 0.97) await runs.addOutcome({ ...base, task_id, outcome, source: 'ci', at: at(10 + 100 * random()) });
};
