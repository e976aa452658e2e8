import type { Migration } from './migration.ts';

/** What guards found in lessons, and who let it through. Both are facts: appended, never changed. */
export const m008GuardNotes: Migration = {
  name: 'm008-guard-notes',
  up: (database) => {
    database.exec(`
CREATE TABLE guard_finding (
  project_id TEXT NOT NULL,
  lesson_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  version INTEGER NOT NULL,
  guard TEXT NOT NULL,
  rule TEXT NOT NULL,
  field TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, lesson_id, seq),
  FOREIGN KEY (project_id, lesson_id) REFERENCES lesson
) STRICT;
CREATE TABLE guard_clearance (
  project_id TEXT NOT NULL,
  lesson_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  version INTEGER NOT NULL,
  rules TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, lesson_id, seq),
  FOREIGN KEY (project_id, lesson_id) REFERENCES lesson
) STRICT;
`);
    for (const table of ['guard_finding', 'guard_clearance']) {
      for (const change of ['UPDATE', 'DELETE']) {
        database.exec(
          `CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
           BEGIN SELECT raise(ABORT, 'append-only'); END`,
        );
      }
    }
  },
};
