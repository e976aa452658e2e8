import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { m019SearchLengths } from '../../../../src/adapters/sqlite/migrations/m019-search-lengths.ts';

const COUNTED = 'SELECT project_id, pool, length, documents FROM search_length ORDER BY 1, 2, 3';
const REAL = `SELECT project_id, pool, length, count(*) AS documents FROM search_doc WHERE pool IS NOT NULL
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

/** The one table that is counted, with what was in it before the step. */
const migrated = (before: readonly string[]): Database.Database => {
  const database = new Database(':memory:');
  database.exec('CREATE TABLE search_doc (lesson_id INTEGER PRIMARY KEY, project_id TEXT, pool TEXT, length INTEGER)');
  for (const statement of before) database.exec(statement);
  m019SearchLengths.up(database);
  return database;
};

const id = fc.integer({ min: 1, max: 6 });
const values = fc.record({
  project: fc.constantFrom("'a'", "'b'"),
  pool: fc.constantFrom("'served'", "'unreviewed'", 'NULL'),
  length: fc.integer({ min: 0, max: 3 }),
});
const change = fc.oneof(
  fc.tuple(id, values).map(([one, { project, pool, length }]) => {
    return `INSERT OR IGNORE INTO search_doc VALUES (${one}, ${project}, ${pool}, ${length})`;
  }),
  fc.tuple(id, values).map(([one, { pool, length }]) => {
    return `UPDATE search_doc SET pool = ${pool}, length = ${length} WHERE lesson_id <= ${one}`;
  }),
  id.map((one) => `DELETE FROM search_doc WHERE lesson_id = ${one}`),
);

describe('numbers of documents by length', () => {
  it('are those of the documents after any changes, before and after the step', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.array(change, { maxLength: 20 }), (before, after) => {
        const database = migrated(before);
        expect(database.prepare(COUNTED).all()).toEqual(database.prepare(REAL).all());
        for (const statement of after) database.exec(statement);
        expect(database.prepare(COUNTED).all()).toEqual(database.prepare(REAL).all());
        database.close();
      }),
    );
  });
});
