import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { SqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { addLessons, minute, newLesson } from '../../contracts/samples.ts';
import { describeUnitOfWork } from '../../contracts/unit-of-work.ts';
import { openTestStore, storePath } from '../../support/open-test-store.ts';

describeUnitOfWork('sqlite', () => openTestStore());

describe('a store that another process writes to', () => {
  it('is waited for, and the event loop runs meanwhile', async () => {
    const path = storePath();
    const store = await openTestStore(path);
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    let turns = 0;
    const write = addLessons(store, newLesson('les_a')).then(() => 'written');
    while (turns < 20) {
      turns += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(await store.stores.lessons.find('app', 'les_a')).toBeNull();
    }
    other.exec('COMMIT');
    other.close();
    expect(await write).toBe('written');
  });

  it('is given up as BUSY, and writable afterwards', async () => {
    const path = storePath();
    const store = await openTestStore(path);
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(addLessons(store, newLesson('les_a'))).rejects.toMatchObject({
      code: 'BUSY',
      hint: expect.stringContaining('idempotency_key'),
    });
    other.exec('ROLLBACK');
    other.close();
    await addLessons(store, newLesson('les_a'));
    expect((await store.stores.lessons.list('app', {})).total).toBe(1);
  });
});

describe('a failure of the disk', () => {
  const fail = (store: SqliteStore): Promise<never> =>
    store.unitOfWork.write(async ({ directory }) => {
      await directory.addProject('half', minute(0));
      throw new Database.SqliteError('fsync', 'SQLITE_IOERR_FSYNC');
    });

  it('undoes the write, and the next one goes through a connection of its own', async () => {
    const store = await openTestStore();
    await expect(fail(store)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await addLessons(store, newLesson('les_a'));
    expect((await store.stores.directory.listProjects()).map(({ project }) => project)).toEqual(['app']);
  });

  it('stops all writing when it damaged the file', async () => {
    const path = storePath();
    const first = await openTestStore(path);
    await addLessons(first, ...Array.from({ length: 300 }, (_, index) => newLesson(`les_${index}`)));
    await first.close();
    const store = await openTestStore(path);
    await expect(fail(store)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    const bytes = readFileSync(path);
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(80 * 4_096, 0x5a), 0, 80 * 4_096, bytes.length - 80 * 4_096);
    closeSync(file);
    for (let time = 0; time < 2; time += 1) {
      await expect(addLessons(store, newLesson('les_more'))).rejects.toMatchObject({
        message: expect.stringContaining('damaged'),
      });
    }
  });
});

describe('a store that is closed', () => {
  it('says so to a reader', async () => {
    const store = await openTestStore();
    await store.close();
    await expect(store.stores.lessons.find('app', 'les_a')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  it('finishes the write under way and refuses the next in words', async () => {
    const path = storePath();
    const store = await openTestStore(path);
    const write = addLessons(store, newLesson('les_a'));
    const closing = store.close();
    await expect(store.unitOfWork.write(async () => 1)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await write;
    await closing;
    const again = await openTestStore(path);
    expect(await again.stores.lessons.find('app', 'les_a')).not.toBeNull();
    await again.unitOfWork.write(({ directory }) => directory.addProject('more', minute(1)));
  });
});
