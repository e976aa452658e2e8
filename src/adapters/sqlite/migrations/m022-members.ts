import type { Migration } from './migration.ts';

/** Who belongs to a project, and as what: the latest row of a name counts. */
export const m022Members: Migration = {
  name: 'm022-members',
  up: (database) =>
    database.exec(`
CREATE TABLE member (
  project_id TEXT NOT NULL REFERENCES project,
  name TEXT NOT NULL,
  seq INTEGER NOT NULL,
  role TEXT, -- null: no longer
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, name, seq)
) STRICT;
CREATE TRIGGER member_no_update BEFORE UPDATE ON member BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER member_no_delete BEFORE DELETE ON member BEGIN SELECT raise(ABORT, 'append-only'); END;
`),
};
