import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { addLessons, newLesson } from '../contracts/samples.ts';
import { storePath } from '../support/open-test-store.ts';

it('a store that another writer never lets go is BUSY after the wait that was set; reads go on, and writes do afterwards', async () => {
  const path = storePath();
  const store = await openSqliteStore({ path, writeWaitMs: 60 });
  try {
    await addLessons(store, newLesson('les_first'));
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(addLessons(store, newLesson('les_second'))).rejects.toMatchObject({ code: 'BUSY' });
    expect(await store.stores.lessons.find('app', 'les_first')).not.toBeNull();
    other.exec('ROLLBACK');
    other.close();
    await addLessons(store, newLesson('les_second'));
    expect(await store.stores.lessons.find('app', 'les_second')).not.toBeNull();
  } finally {
    await store.close();
  }
});
