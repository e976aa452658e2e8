import type { Migration } from './migration.ts';

/** By which rules a lesson's texts were looked through last, and what was found. Can be made again by looking again. */
export const m017TextScans: Migration = {
  name: 'm017-text-scans',
  up: (database) => {
    database.exec(`
CREATE TABLE text_scan (
  project_id TEXT NOT NULL,
  lesson_id TEXT NOT NULL,
  rules TEXT NOT NULL,
  found TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, lesson_id),
  FOREIGN KEY (project_id, lesson_id) REFERENCES lesson
) STRICT;
`);
  },
};
