import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestStore, storePath } from '../support/open-test-store.ts';

const here = import.meta.dirname;
const hasCompiler = process.platform === 'linux' && spawnSync('cc', ['--version']).status === 0;
if (!hasCompiler) console.warn('skipped: failing changes of files need Linux and a C compiler');

interface Round {
  readonly n: number;
  readonly hit: boolean;
  readonly first: string;
  readonly again: boolean | string;
}

describe.runIf(hasCompiler)('a disk on which the N-th change of a file fails', () => {
  it.each([
    ['the disk breaks', '5'],
    ['the disk is full', '28'],
  ])('loses nothing that was acknowledged and keeps nothing by half, for every N: %s', async (_, code) => {
    const path = storePath();
    const shim = `${path}.so`;
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', shim, join(here, 'workers/fail-nth.c'), '-ldl']);
    const store = await openTestStore(path);
    const worker = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(here, 'workers/faulty-writer.ts'), path, `${path}.count`, '1', '200'],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          LD_PRELOAD: shim,
          HONE_FAULT_PATH: path,
          HONE_FAULT_COUNT: `${path}.count`,
          HONE_FAULT_ERRNO: code,
        },
      },
    );
    expect(worker.stderr.replace(/^.*ExperimentalWarning.*\n.*\n/mu, '')).toBe('');
    const rounds = worker.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Round);
    // The sweep went on until a write met no failure.
    expect(rounds.at(-1)).toMatchObject({ hit: false, first: 'done' });
    expect(rounds.length).toBeGreaterThan(3);
    for (const { first, again, hit } of rounds) {
      expect(['done', 'STORE_UNAVAILABLE']).toContain(first);
      // What was acknowledged is there; what was refused left nothing behind, so that the same key does it now. A commit whose
      // answer was lost may be there: then the key finds it.
      expect(typeof again).toBe('boolean');
      if (first === 'done') expect(again).toBe(false);
      if (!hit) expect(first).toBe('done');
    }
    const { items, total } = await store.stores.lessons.list('app', { limit: 1_000 });
    expect(total).toBe(rounds.length);
    for (const { lesson_id } of items) {
      expect(await store.stores.runs.findRun('app', lesson_id.replace('les_', 'run_'))).not.toBeNull();
      expect(await store.stores.search.terms('app', [lesson_id])).toHaveLength(1);
    }
    expect((await store.inspection.facts()).damage).toBeNull();
  });
});
