import type { Migration } from './migration.ts';

/** Lessons of the whole organisation lie in `lesson` under its name; here is where they come from and what projects say of them. */
export const m016Organisation: Migration = {
  name: 'm016-organisation',
  up: (database) =>
    database.exec(`
CREATE TABLE organisation_origin (
  project_id TEXT NOT NULL REFERENCES project,
  lesson_id TEXT NOT NULL,
  from_project TEXT NOT NULL,
  from_lesson_id TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, lesson_id),
  FOREIGN KEY (project_id, lesson_id) REFERENCES lesson
) STRICT;
CREATE INDEX organisation_origin_by_source ON organisation_origin (project_id, from_project, from_lesson_id);
-- The lesson is the organisation's, the row the project's.
CREATE TABLE organisation_stance (
  project_id TEXT NOT NULL REFERENCES project,
  lesson_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  stance TEXT NOT NULL,
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  role TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, lesson_id, seq)
) STRICT;
CREATE TRIGGER organisation_origin_no_update BEFORE UPDATE ON organisation_origin BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER organisation_origin_no_delete BEFORE DELETE ON organisation_origin BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER organisation_stance_no_update BEFORE UPDATE ON organisation_stance BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER organisation_stance_no_delete BEFORE DELETE ON organisation_stance BEGIN SELECT raise(ABORT, 'append-only'); END;
`),
};
