import Database from 'better-sqlite3';
import { load } from 'sqlite-vec';
import { expect, it } from 'vitest';
import { schemaDifferences } from '../../../src/adapters/sqlite/schema-differences.ts';
import { openTestStore, storePath } from '../../support/open-test-store.ts';

it('names what no migration made, what is otherwise, and what is missing', async () => {
  const path = storePath();
  await (await openTestStore(path)).close();
  const database = new Database(path);
  load(database);
  expect(schemaDifferences(database)).toEqual([]);
  database.exec(`
    CREATE TRIGGER t AFTER INSERT ON lesson BEGIN UPDATE lesson SET state = 'active'; END;
    CREATE VIEW v AS SELECT * FROM token;
    DROP TRIGGER audit_event_no_delete;
    DROP TRIGGER vote_no_update;
    CREATE TRIGGER vote_no_update BEFORE UPDATE ON vote BEGIN SELECT 1; END;
  `);
  const wanted = ['trigger audit_event_no_delete', 'trigger t', 'trigger vote_no_update', 'view v'];
  expect(schemaDifferences(database)).toEqual(wanted);
  database.close();
  const facts = await (await openTestStore(path)).inspection.facts();
  expect(facts.schemaDifferences).toEqual(wanted);
});
