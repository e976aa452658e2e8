import type { Migration } from './migration.ts';

/** When somebody looked at what a lesson cites, and a file was gone or was back. */
export const m012CitationChecks: Migration = {
  name: 'm012-citation-checks',
  up: (database) => {
    database.exec(`
      CREATE TABLE citation_check (
        project_id TEXT NOT NULL,
        lesson_id TEXT NOT NULL,
        seq INTEGER NOT NULL,
        version INTEGER NOT NULL,
        missing INTEGER NOT NULL,
        by TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (project_id, lesson_id, seq),
        FOREIGN KEY (project_id, lesson_id) REFERENCES lesson
      ) STRICT;
      CREATE TRIGGER citation_check_no_update BEFORE UPDATE ON citation_check BEGIN SELECT raise(ABORT, 'append-only'); END;
      CREATE TRIGGER citation_check_no_delete BEFORE DELETE ON citation_check BEGIN SELECT raise(ABORT, 'append-only'); END;
    `);
  },
};
