import type { Migration } from './migration.ts';

/** The chains of events: one for each project, and one (`''`) for what belongs to none. */
export const m005Audit: Migration = {
  name: 'm005-audit',
  up: (database) => {
    database.exec(`
CREATE TABLE audit_event (
  project_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  credential TEXT,
  verb TEXT NOT NULL,
  denied INTEGER NOT NULL,
  changes TEXT NOT NULL,
  key_id TEXT NOT NULL, -- of the key that made the hash
  hash TEXT NOT NULL,
  PRIMARY KEY (project_id, seq)
) STRICT;
CREATE INDEX audit_by_credential ON audit_event (project_id, credential) WHERE credential IS NOT NULL;
CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event BEGIN SELECT raise(ABORT, 'append-only'); END;
`);
  },
};
