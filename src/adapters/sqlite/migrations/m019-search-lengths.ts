import type { Migration } from './migration.ts';

const ADD = `INSERT INTO search_length (project_id, pool, length, documents)
    SELECT new.project_id, new.pool, new.length, 1 WHERE new.pool IS NOT NULL
    ON CONFLICT DO UPDATE SET documents = documents + 1;`;
const OF_OLD = 'WHERE project_id = old.project_id AND pool = old.pool AND length = old.length';
const TAKE = `DELETE FROM search_length ${OF_OLD} AND documents = 1;
  UPDATE search_length SET documents = documents - 1 ${OF_OLD};`;

/**
 * How many documents have each length: every search needs their number and average, and counting all of them again
 * after every write costs more than the search. Kept by triggers, so that no way of writing can forget it.
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
CREATE TRIGGER search_doc_counted AFTER INSERT ON search_doc BEGIN ${ADD} END;
CREATE TRIGGER search_doc_discounted AFTER DELETE ON search_doc BEGIN ${TAKE} END;
CREATE TRIGGER search_doc_recounted AFTER UPDATE OF pool, length ON search_doc
  WHEN new.pool IS NOT old.pool OR new.length <> old.length BEGIN ${TAKE} ${ADD} END;
`),
};
