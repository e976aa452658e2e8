/** Tasks, runs, what happened in them, and answers given. Lessons are named, not referenced: some are not held here. */
export const runTables = `
CREATE TABLE task (
  project_id TEXT NOT NULL REFERENCES project,
  task_id TEXT NOT NULL,
  task_key TEXT,
  text TEXT NOT NULL,
  workflow TEXT NOT NULL,
  started_at TEXT NOT NULL,
  arm TEXT,
  PRIMARY KEY (project_id, task_id)
) STRICT;
CREATE UNIQUE INDEX task_by_key ON task (project_id, task_key) WHERE task_key IS NOT NULL;
CREATE INDEX task_by_start ON task (project_id, started_at);

CREATE TABLE run (
  project_id TEXT NOT NULL,
  run_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  text TEXT NOT NULL,
  aspects TEXT NOT NULL,
  paths TEXT NOT NULL,
  error TEXT,
  agent TEXT,
  model TEXT,
  principal TEXT NOT NULL,
  started_at TEXT NOT NULL,
  looped INTEGER NOT NULL,
  PRIMARY KEY (project_id, run_id),
  FOREIGN KEY (project_id, task_id) REFERENCES task
) STRICT;
CREATE INDEX run_by_task ON run (project_id, task_id);
CREATE INDEX run_by_start ON run (project_id, started_at);

CREATE TABLE recall (
  project_id TEXT NOT NULL REFERENCES project,
  recall_id TEXT NOT NULL,
  run_id TEXT,
  query TEXT NOT NULL,
  decision TEXT NOT NULL,
  path TEXT NOT NULL,
  reason TEXT NOT NULL,
  tokens INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, recall_id),
  FOREIGN KEY (project_id, run_id) REFERENCES run
) STRICT;
CREATE INDEX recall_by_run ON recall (project_id, run_id);
CREATE INDEX recall_by_time ON recall (project_id, at);

CREATE TABLE recall_candidate (
  project_id TEXT NOT NULL,
  recall_id TEXT NOT NULL,
  lesson_id TEXT NOT NULL,
  rank INTEGER NOT NULL,
  score REAL NOT NULL,
  cut TEXT,
  PRIMARY KEY (project_id, recall_id, lesson_id),
  FOREIGN KEY (project_id, recall_id) REFERENCES recall
) STRICT, WITHOUT ROWID;
CREATE INDEX shown_lesson ON recall_candidate (project_id, lesson_id) WHERE cut IS NULL;

CREATE TABLE correction (
  project_id TEXT NOT NULL REFERENCES project,
  correction_id TEXT NOT NULL,
  run_id TEXT,
  wrong TEXT NOT NULL,
  "right" TEXT NOT NULL,
  why TEXT,
  quote TEXT,
  kind TEXT NOT NULL,
  "match" TEXT NOT NULL,
  lesson_id TEXT,
  repeat_why TEXT,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, correction_id),
  FOREIGN KEY (project_id, run_id) REFERENCES run
) STRICT;
CREATE INDEX correction_by_run ON correction (project_id, run_id, at);
CREATE INDEX correction_by_lesson ON correction (project_id, lesson_id);

CREATE TABLE intervention (
  project_id TEXT NOT NULL,
  run_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  planned INTEGER NOT NULL,
  note TEXT,
  correction_id TEXT,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, run_id, seq),
  FOREIGN KEY (project_id, run_id) REFERENCES run
) STRICT;

CREATE TABLE verdict (
  project_id TEXT NOT NULL,
  run_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  lesson_id TEXT NOT NULL,
  verdict TEXT NOT NULL,
  by TEXT NOT NULL,
  source TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, run_id, seq),
  FOREIGN KEY (project_id, run_id) REFERENCES run
) STRICT;
CREATE INDEX verdict_by_lesson ON verdict (project_id, lesson_id);

CREATE TABLE outcome (
  project_id TEXT NOT NULL,
  run_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  task_id TEXT NOT NULL,
  outcome TEXT NOT NULL,
  source TEXT NOT NULL,
  rewrite_share REAL,
  fallback_used INTEGER,
  error TEXT,
  note TEXT,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, run_id, seq),
  FOREIGN KEY (project_id, run_id) REFERENCES run,
  FOREIGN KEY (project_id, task_id) REFERENCES task
) STRICT;
CREATE INDEX outcome_by_task ON outcome (project_id, task_id);

CREATE TABLE checkpoint (
  project_id TEXT NOT NULL,
  checkpoint_id TEXT NOT NULL,
  run_id TEXT NOT NULL,
  question TEXT NOT NULL,
  options TEXT NOT NULL,
  risk TEXT NOT NULL,
  owner TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  answer TEXT,
  answered_by TEXT,
  answered_at TEXT,
  PRIMARY KEY (project_id, checkpoint_id),
  FOREIGN KEY (project_id, run_id) REFERENCES run
) STRICT;
CREATE INDEX checkpoint_by_run ON checkpoint (project_id, run_id);

CREATE TABLE answer (
  project_id TEXT NOT NULL,
  principal TEXT NOT NULL,
  verb TEXT NOT NULL,
  key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  answer TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, principal, verb, key)
) STRICT;
`;
