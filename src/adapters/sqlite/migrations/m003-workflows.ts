import type { Migration } from './migration.ts';

/** Workflows as they were applied, what speaks for each, and which one a task was given. */
export const m003Workflows: Migration = {
  name: 'm003-workflows',
  up: (database) => {
    database.exec(`
CREATE TABLE workflow_set (
  project_id TEXT NOT NULL REFERENCES project,
  version INTEGER NOT NULL,
  workflows TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, version)
) STRICT;

CREATE TABLE routing_example (
  project_id TEXT NOT NULL REFERENCES project,
  workflow TEXT NOT NULL,
  text TEXT NOT NULL,
  source TEXT NOT NULL,
  model TEXT,
  vector BLOB,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, workflow, text)
) STRICT;

CREATE TABLE routing (
  project_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  run_id TEXT NOT NULL,
  decision TEXT NOT NULL,
  workflow TEXT,
  confidence REAL,
  named INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, task_id, seq),
  FOREIGN KEY (project_id, task_id) REFERENCES task,
  FOREIGN KEY (project_id, run_id) REFERENCES run
) STRICT;
CREATE INDEX routing_by_run ON routing (project_id, run_id);

-- What a task is filed under can change while nobody compares it yet; everything else of it stays.
DROP TRIGGER task_no_update;
CREATE TRIGGER task_no_update BEFORE UPDATE ON task
WHEN new.project_id IS NOT old.project_id OR new.task_id IS NOT old.task_id OR new.task_key IS NOT old.task_key
  OR new.text IS NOT old.text OR new.started_at IS NOT old.started_at OR new.arm IS NOT old.arm OR old.arm IS NOT NULL
BEGIN SELECT raise(ABORT, 'append-only'); END;
`);
    for (const table of ['workflow_set', 'routing']) {
      for (const change of ['UPDATE', 'DELETE']) {
        database.exec(
          `CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
           BEGIN SELECT raise(ABORT, 'append-only'); END`,
        );
      }
    }
  },
};
