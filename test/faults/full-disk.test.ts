import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { addLessons, newLesson } from '../contracts/samples.ts';
import { startStoreWorker } from '../support/store-worker-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { mayMount, mount } from './mounted.ts';

describe.runIf(mayMount)('a disk that fills up', () => {
  it('refuses writes in words, keeps what was acknowledged, serves reads, and takes writes again once there is room', async () => {
    const folder = temporaryFolder();
    const disk = join(folder, 'disk');
    mount(disk, '-t', 'tmpfs', '-o', 'size=8m', 'tmpfs');
    const path = join(disk, 'hone.db');
    const filler = join(disk, 'filler');
    const store = await openSqliteStore({ path });
    try {
      await addLessons(store, newLesson('les_shared'));
      writeFileSync(filler, Buffer.alloc(2 * 1024 * 1024));
      const acknowledged = join(folder, 'acknowledged');
      const worker = await startStoreWorker({ path, name: 'w', first: 0, count: 100_000, acknowledged });
      worker.go();
      const { code, errors } = await worker.ended;
      expect(code).toBe(1);
      expect(errors).toContain('STORE_UNAVAILABLE');
      const keys = readFileSync(acknowledged, 'utf8').split('\n').slice(0, -1);
      expect(keys.length).toBeGreaterThan(0);
      const { items } = await store.stores.lessons.list('app', { contains: 'w_' });
      expect(items.map(({ rule }) => rule)).toEqual(expect.arrayContaining(keys));
      expect(await store.stores.search.lexical('app', 'served', ['shared'], 5)).toHaveLength(5);
      const refused = { code: 'STORE_UNAVAILABLE', message: expect.stringContaining('full') };
      const fill = async (): Promise<void> => {
        for (let n = 0; n < 2_000; n += 1) await addLessons(store, newLesson(`les_more_${n}`));
      };
      await expect(fill()).rejects.toMatchObject(refused);

      rmSync(filler);
      await addLessons(store, newLesson('les_after'));
      expect(await store.stores.lessons.find('app', 'les_after')).not.toBeNull();
      expect((await store.inspection.facts()).damage).toBeNull();
    } finally {
      await store.close();
    }
  });
});
