/** Projects, and lessons with all that belongs to them. Lists are JSON. */
export const lessonTables = `
CREATE TABLE project (
  project_id TEXT PRIMARY KEY,
  part INTEGER NOT NULL, -- its number in the search tables
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE lesson (
  project_id TEXT NOT NULL REFERENCES project,
  lesson_id TEXT NOT NULL,
  state TEXT NOT NULL,
  version INTEGER NOT NULL,
  source TEXT NOT NULL,
  author TEXT NOT NULL,
  approved_by TEXT,
  provenance_at TEXT NOT NULL,
  critical INTEGER NOT NULL,
  run_id TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  confirmed_at TEXT NOT NULL,
  helped REAL NOT NULL,
  harmed REAL NOT NULL,
  PRIMARY KEY (project_id, lesson_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX lesson_by_age ON lesson (project_id, created_at, lesson_id, state);

CREATE TABLE lesson_version (
  project_id TEXT NOT NULL,
  lesson_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  "when" TEXT NOT NULL,
  rule TEXT NOT NULL,
  not_when TEXT,
  why TEXT,
  examples TEXT NOT NULL,
  citations TEXT NOT NULL,
  scope TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, lesson_id, version),
  FOREIGN KEY (project_id, lesson_id) REFERENCES lesson
) STRICT;

CREATE TABLE evidence (
  project_id TEXT NOT NULL,
  lesson_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  ref TEXT,
  text TEXT,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, lesson_id, seq),
  FOREIGN KEY (project_id, lesson_id) REFERENCES lesson
) STRICT;

CREATE TABLE lesson_trigger (
  project_id TEXT NOT NULL,
  lesson_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  text TEXT NOT NULL,
  source TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, lesson_id, seq),
  FOREIGN KEY (project_id, lesson_id) REFERENCES lesson
) STRICT;

CREATE TABLE transition (
  project_id TEXT NOT NULL,
  lesson_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  version INTEGER NOT NULL,
  "from" TEXT,
  "to" TEXT NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, lesson_id, seq),
  FOREIGN KEY (project_id, lesson_id) REFERENCES lesson
) STRICT;

-- A link may name a lesson that this store does not hold.
CREATE TABLE lesson_link (
  project_id TEXT NOT NULL,
  from_lesson_id TEXT NOT NULL,
  lesson_id TEXT NOT NULL,
  relation TEXT NOT NULL,
  similarity REAL NOT NULL,
  PRIMARY KEY (project_id, from_lesson_id, lesson_id, relation),
  FOREIGN KEY (project_id, from_lesson_id) REFERENCES lesson
) STRICT, WITHOUT ROWID;

-- The key is the rule: one vote by a principal for a lesson on a day (UTC).
CREATE TABLE vote (
  project_id TEXT NOT NULL,
  lesson_id TEXT NOT NULL,
  by TEXT NOT NULL,
  day TEXT NOT NULL,
  verdict TEXT NOT NULL,
  weight REAL NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (project_id, lesson_id, by, day),
  FOREIGN KEY (project_id, lesson_id) REFERENCES lesson
) STRICT, WITHOUT ROWID;
`;
