import type { Migration } from './migration.ts';

/** Fingerprints of errors and questions, what an agent says of its progress, and loops that were found. */
export const m010Loops: Migration = {
  name: 'm010-loops',
  up: (database) => {
    database.exec(`
ALTER TABLE run ADD COLUMN progress TEXT;
ALTER TABLE recall ADD COLUMN error_print TEXT;
ALTER TABLE recall ADD COLUMN asked TEXT;

CREATE TABLE loop (
  project_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  run_id TEXT NOT NULL,
  pattern TEXT NOT NULL,
  action TEXT NOT NULL,
  lessons TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, task_id, seq),
  FOREIGN KEY (project_id, task_id) REFERENCES task,
  FOREIGN KEY (project_id, run_id) REFERENCES run
) STRICT;
CREATE TRIGGER loop_no_update BEFORE UPDATE ON loop BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER loop_no_delete BEFORE DELETE ON loop BEGIN SELECT raise(ABORT, 'append-only'); END;
`);
  },
};
