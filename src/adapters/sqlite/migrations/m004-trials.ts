import type { Migration } from './migration.ts';

const APPEND_ONLY = ['trial', 'trial_event', 'delivery', 'locked_baseline', 'gate_answer', 'drawing_key'];

/** Field tests, and under what a task's arm was drawn. All appended: the latest of its kind counts. */
export const m004Trials: Migration = {
  name: 'm004-trials',
  up: (database) => {
    database.exec(tables);
    for (const table of APPEND_ONLY) {
      for (const change of ['UPDATE', 'DELETE']) {
        database.exec(
          `CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
           BEGIN SELECT raise(ABORT, 'append-only'); END`,
        );
      }
    }
  },
};

const tables = `
ALTER TABLE task ADD COLUMN drawn_in TEXT;
CREATE INDEX task_by_draw ON task (project_id, drawn_in, workflow) WHERE drawn_in IS NOT NULL;

-- What arms are drawn with.
CREATE TABLE drawing_key (
  project_id TEXT PRIMARY KEY REFERENCES project,
  key TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE trial (
  project_id TEXT NOT NULL REFERENCES project,
  trial_id TEXT NOT NULL,
  workflow TEXT NOT NULL,
  owner TEXT NOT NULL,
  started_by TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  baseline TEXT,
  plan TEXT NOT NULL,
  lessons TEXT NOT NULL,
  delivery TEXT NOT NULL,
  PRIMARY KEY (project_id, trial_id)
) STRICT;
CREATE INDEX trial_by_workflow ON trial (project_id, workflow, started_at);

CREATE TABLE trial_event (
  project_id TEXT NOT NULL,
  trial_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  detail TEXT NOT NULL,
  by TEXT NOT NULL,
  reason TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, trial_id, seq),
  FOREIGN KEY (project_id, trial_id) REFERENCES trial
) STRICT;

CREATE TABLE delivery (
  project_id TEXT NOT NULL REFERENCES project,
  seq INTEGER NOT NULL,
  workflow TEXT NOT NULL,
  holdout_share REAL NOT NULL,
  lessons_of TEXT,
  by TEXT NOT NULL,
  reason TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, seq)
) STRICT;

CREATE TABLE locked_baseline (
  project_id TEXT NOT NULL REFERENCES project,
  seq INTEGER NOT NULL,
  workflow TEXT,
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  by TEXT NOT NULL,
  reason TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, seq)
) STRICT;

CREATE TABLE gate_answer (
  project_id TEXT NOT NULL REFERENCES project,
  seq INTEGER NOT NULL,
  gate TEXT NOT NULL,
  passed INTEGER NOT NULL,
  by TEXT NOT NULL,
  note TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, seq)
) STRICT;
`;
