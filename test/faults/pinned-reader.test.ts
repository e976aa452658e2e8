import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { storeChecks } from '../../src/use-cases/health/store-checks.ts';
import { addLessons, newLesson } from '../contracts/samples.ts';
import { openTestStore, storePath } from '../support/open-test-store.ts';

const MB = 1024 * 1024;

describe('a reader that never ends', () => {
  it('stops no write; the log grows and doctor says so, and it shrinks once the reader is gone', async () => {
    const path = storePath();
    const store = await openTestStore(path);
    await addLessons(store, newLesson('les_first'));
    const pinned = new Database(path, { readonly: true });
    pinned.exec('BEGIN');
    pinned.prepare('SELECT count(*) FROM lesson').get();
    const log = (): number => statSync(`${path}-wal`).size;
    const long = 'x'.repeat(1_000);
    const write = (batch: number): Promise<void> =>
      store.unitOfWork.write(async (stores) => {
        for (let n = 0; n < 200; n += 1) {
          const at = '2026-10-01T09:00:00.000Z';
          const evidence = { kind: 'ci', ref: `${batch}-${n}`, text: long, by: 'ci', at } as const;
          await stores.lessons.addEvidence('app', 'les_first', evidence);
        }
      });
    for (let batch = 0; log() < 70 * MB; batch += 1) await write(batch);
    const wal = storeChecks(await store.inspection.facts()).find(({ name }) => name === 'wal');
    expect(wal).toMatchObject({ status: 'warn', fix: expect.stringContaining('reading') });
    const found = await store.stores.lessons.record('app', 'les_first');
    expect(pinned.prepare('SELECT count(*) AS n FROM evidence').get()).toEqual({ n: 0 });
    expect(found?.evidence.length).toBeGreaterThan(1_000);

    pinned.exec('COMMIT');
    pinned.close();
    await write(-1);
    await write(-2);
    expect(log()).toBeLessThanOrEqual(16 * MB);
  });
});
