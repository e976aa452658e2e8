import Database from 'better-sqlite3';
import { load } from 'sqlite-vec';
import { describe, expect, it } from 'vitest';
import { migrate, NEWEST_SCHEMA, schemaVersion } from '../../../../src/adapters/sqlite/migrations/migrate.ts';
import type { Migration } from '../../../../src/adapters/sqlite/migrations/migration.ts';
import { storePath } from '../../../support/open-test-store.ts';

const AT = '2026-10-01T09:00:00.000Z';
const makes = (table: string): Migration => ({ name: `m-${table}`, up: (db) => db.exec(`CREATE TABLE ${table} (x)`) });
const tablesOf = (db: Database.Database): unknown[] =>
  db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();

const migrated = (): Database.Database => {
  const db = new Database(':memory:');
  load(db);
  migrate(db, AT);
  return db;
};

describe('migrations', () => {
  it('are applied once, in order, and recorded', () => {
    const db = new Database(':memory:');
    expect(schemaVersion(db)).toBe(0);
    migrate(db, AT, [makes('a')]);
    migrate(db, AT, [makes('a'), makes('b')]);
    migrate(db, AT, [makes('a'), makes('b')]);
    expect(schemaVersion(db)).toBe(2);
    expect(tablesOf(db)).toEqual(['a', 'b', 'migration']);
    expect(db.prepare('SELECT name, applied_at FROM migration').all()).toEqual([
      { name: 'm-a', applied_at: AT },
      { name: 'm-b', applied_at: AT },
    ]);
  });

  it('leave nothing of any step when one fails', () => {
    const db = new Database(':memory:');
    migrate(db, AT, [makes('a')]);
    const broken = {
      name: 'm-broken',
      up: () => {
        throw new Error('no');
      },
    };
    expect(() => migrate(db, AT, [makes('a'), makes('b'), broken])).toThrow('no');
    expect(tablesOf(db)).toEqual(['a', 'migration']);
    expect(schemaVersion(db)).toBe(1);
    expect(db.inTransaction).toBe(false);
  });

  it('read the version again under the lock, for another process may have been first', () => {
    const path = storePath();
    const first = new Database(path);
    const second = new Database(path);
    let raced = false;
    // The other process migrates after this one looked and before it got the lock.
    const begin = first.exec.bind(first);
    first.exec = (sql) => {
      if (!raced && sql === 'BEGIN IMMEDIATE') {
        raced = true;
        migrate(second, AT, [makes('a')]);
      }
      return begin(sql);
    };
    migrate(first, AT, [makes('a')]);
    expect(raced).toBe(true);
    expect(schemaVersion(first)).toBe(1);
    first.close();
    second.close();
  });

  it('refuse a newer schema', () => {
    const db = new Database(':memory:');
    migrate(db, AT, [makes('a'), makes('b')]);
    expect(() => migrate(db, AT, [makes('a')])).toThrow(expect.objectContaining({ code: 'STORE_UNAVAILABLE' }));
  });

  it('bring the schema of this Hone', () => {
    expect(schemaVersion(migrated())).toBe(NEWEST_SCHEMA);
  });
});

describe('the schema', () => {
  const PLAIN =
    "sql LIKE 'CREATE TABLE%' AND name NOT LIKE 'search_text%' AND name NOT LIKE 'search_vector%' AND name <> 'migration' AND name NOT LIKE 'sqlite_%'";
  /** Of the store, not of a project: small, and the same on every shard. */
  const OF_THE_STORE = ['token', 'override_event'];
  const db = migrated();
  const named = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND ${PLAIN}`).pluck().all();
  const tables = (named as string[]).filter((table) => !OF_THE_STORE.includes(table));

  it('has tables to look at', () => expect(tables.length).toBeGreaterThan(15));

  it.each(tables)('lets the project lead every key of %s', (table) => {
    const indexes = db.pragma(`index_list(${table})`) as { name: string; unique: number }[];
    for (const { name } of indexes) {
      const columns = db.pragma(`index_info(${name})`) as { name: string }[];
      expect(columns[0]?.name, name).toBe('project_id');
    }
    const foreign = db.pragma(`foreign_key_list(${table})`) as { seq: number; from: string }[];
    for (const { seq, from } of foreign) if (seq === 0) expect(from).toBe('project_id');
    const primary = db.pragma(`table_info(${table})`) as { name: string; pk: number }[];
    expect(primary.find(({ pk }) => pk === 1)?.name).toBe('project_id');
  });

  it.each(['transition', 'lesson_version', 'evidence', 'vote', 'outcome', 'verdict', 'correction', 'answer'])(
    'never changes what happened: %s',
    (table) => {
      const one = new Database(':memory:');
      load(one);
      migrate(one, AT);
      one.pragma('foreign_keys = OFF');
      const columns = one.pragma(`table_info(${table})`) as { name: string; type: string }[];
      const values = columns.map(({ type }) => (type === 'TEXT' ? "'x'" : '1'));
      one.exec(`INSERT INTO ${table} VALUES (${values.join(', ')})`);
      expect(() => one.exec(`UPDATE ${table} SET at = 'y'`)).toThrow('append-only');
      expect(() => one.exec(`DELETE FROM ${table}`)).toThrow('append-only');
    },
  );
});
