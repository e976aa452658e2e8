import type { Migration } from './migration.ts';

/** Votes, evidence, triggers and verdicts that count no more: whoever gave them was not who they said. The facts stay. */
export const m020TakenBack: Migration = {
  name: 'm020-taken-back',
  up: (database) =>
    database.exec(`
CREATE TABLE taken_back (
  project_id TEXT NOT NULL REFERENCES project,
  fact TEXT NOT NULL, -- the table
  item TEXT NOT NULL, -- the rest of its key, with blanks between
  lesson_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, fact, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX taken_back_of_lesson ON taken_back (project_id, lesson_id);
CREATE TRIGGER taken_back_no_update BEFORE UPDATE ON taken_back BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER taken_back_no_delete BEFORE DELETE ON taken_back BEGIN SELECT raise(ABORT, 'append-only'); END;
`),
};
