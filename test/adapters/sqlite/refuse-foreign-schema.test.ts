import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { addLessons, newLesson } from '../../contracts/samples.ts';
import { openTestStore, storePath } from '../../support/open-test-store.ts';

const FOREIGN = [
  "CREATE TRIGGER t AFTER INSERT ON lesson BEGIN UPDATE lesson SET state = 'active'; END",
  "CREATE TRIGGER t AFTER INSERT ON lesson BEGIN SELECT raise(ABORT, 'no') WHERE 0; UPDATE lesson SET author = 'eva'; END",
  'CREATE VIEW v AS SELECT * FROM lesson',
];

it.each(FOREIGN)('writes nothing while somebody else’s %s lies in the file, and reads go on', async (made) => {
  const path = storePath();
  const store = await openTestStore(path);
  await addLessons(store, newLesson('les_a'));
  const other = new Database(path);
  other.exec(made);
  await expect(addLessons(store, newLesson('les_b'))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  expect((await store.stores.lessons.list('app', {})).total).toBe(1);
  other.exec(made.startsWith('CREATE VIEW') ? 'DROP VIEW v' : 'DROP TRIGGER t');
  other.close();
  await addLessons(store, newLesson('les_b'));
  expect((await store.stores.lessons.list('app', {})).total).toBe(2);
});
