import type { Migration } from './migration.ts';

/** What operators switched off, and on again: the newest row of a name is how it stands. */
export const m009Overrides: Migration = {
  name: 'm009-overrides',
  up: (database) => {
    database.exec(`
CREATE TABLE override_event (
  seq INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  since TEXT NOT NULL,
  until TEXT, -- null: it was cleared
  reason TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
CREATE INDEX override_by_name ON override_event (name, seq);
CREATE TRIGGER override_event_no_update BEFORE UPDATE ON override_event BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER override_event_no_delete BEFORE DELETE ON override_event BEGIN SELECT raise(ABORT, 'append-only'); END;
`);
  },
};
