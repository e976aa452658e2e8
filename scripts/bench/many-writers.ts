import { join } from 'node:path';
import type { Figure } from './figure.ts';
import { sampleQueries } from './sample-lessons.ts';
import { inFolder, type Served, serve } from './served.ts';
import { storedCorrections } from './stored-corrections.ts';

const SERVERS = 8;
const WRITES = 50;

/** What came of one server's writes. */
export interface WriteLog {
  /** Correction ids that were acknowledged, by what was sent. */
  readonly acknowledged: Map<string, string>;
  errors: number;
}

/** Servers that all write to one file at once, each over its own connection, while each also reads. */
export const manyWriters = (): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const store = join(folder, 'hone.db');
    const servers = await Promise.all(Array.from({ length: SERVERS }, () => serve({ folder, store, dense: false })));
    const log: WriteLog = { acknowledged: new Map(), errors: 0 };
    try {
      await Promise.all(servers.flatMap((served, at) => [writeMixed(served, at, log), read(served, log)]));
    } finally {
      await Promise.all(servers.map((served) => served.close()));
    }
    const stored = storedCorrections(store);
    const saved = [...log.acknowledged.values()].filter(
      (id) => stored.runs.has(id) || stored.corrections.has(id),
    ).length;
    const n = SERVERS * WRITES;
    return [
      {
        name: 'writes of 8 servers that are saved',
        value: (100 * saved) / n,
        unit: '%',
        n,
        target: { side: 'least', value: 100 },
      },
      {
        name: 'errors of 8 servers, reads included',
        value: log.errors,
        unit: 'count',
        n: 2 * n,
        target: { side: 'most', value: 0 },
      },
    ];
  });

/** In turn a run, and a correction: each acknowledged by an id that must be in the file afterwards. */
const writeMixed = async ({ call }: Served, server: number, log: WriteLog): Promise<void> => {
  for (const [at, { query }] of sampleQueries(WRITES).entries()) {
    const mark = `${server}-${at}`;
    try {
      if (at % 2 === 0) {
        const { run_id } = await call('start_task', { task: `${mark} ${query}` });
        log.acknowledged.set(mark, String(run_id));
      } else {
        const { correction_id } = await call('record_correction', {
          wrong: `left out ${mark}`,
          right: `Step ${mark}: ${query}`,
          idempotency_key: mark,
        });
        log.acknowledged.set(mark, String(correction_id));
      }
    } catch {
      log.errors += 1;
    }
  }
};

const read = async ({ call }: Served, log: WriteLog): Promise<void> => {
  for (const { query } of sampleQueries(WRITES)) {
    try {
      const { decision } = await call('recall_lessons', { query });
      if (decision === 'degraded') log.errors += 1;
    } catch {
      log.errors += 1;
    }
  }
};
