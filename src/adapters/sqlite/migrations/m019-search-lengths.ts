import type { Migration } from './migration.ts';

/**
 * How many documents have each length: every search needs their number and average, and counting all of them again
 * after every write costs more than the search.
 */
export const m019SearchLengths: Migration = {
  name: 'm019-search-lengths',
  up: (database) =>
    database.exec(`
CREATE TABLE search_length (
  project_id TEXT NOT NULL,
  pool TEXT NOT NULL,
  length INTEGER NOT NULL,
  documents INTEGER NOT NULL CHECK (documents > 0),
  PRIMARY KEY (project_id, pool, length)
) STRICT, WITHOUT ROWID;
INSERT INTO search_length (project_id, pool, length, documents)
  SELECT project_id, pool, length, count(*) FROM search_doc WHERE pool IS NOT NULL GROUP BY project_id, pool, length;
`),
};
