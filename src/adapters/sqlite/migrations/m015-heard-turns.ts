import type { Migration } from './migration.ts';

/** What the detector took for a correction; a quote and a draft, never the conversation. */
export const m015HeardTurns: Migration = {
  name: 'm015-heard-turns',
  up: (database) =>
    database.exec(`
CREATE TABLE heard_turn (
  project_id TEXT NOT NULL,
  run_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  probability REAL NOT NULL,
  quote TEXT NOT NULL,
  wrong TEXT NOT NULL,
  "right" TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, run_id, seq),
  FOREIGN KEY (project_id, run_id) REFERENCES run
) STRICT;
CREATE TRIGGER heard_turn_no_update BEFORE UPDATE ON heard_turn BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER heard_turn_no_delete BEFORE DELETE ON heard_turn BEGIN SELECT raise(ABORT, 'append-only'); END;
`),
};
