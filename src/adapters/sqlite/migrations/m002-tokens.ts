import type { Migration } from './migration.ts';

/** Credentials. A token can be ended, once; nothing else of it changes. */
export const m002Tokens: Migration = {
  name: 'm002-tokens',
  up: (database) => {
    database.exec(`
CREATE TABLE token (
  token_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  projects TEXT NOT NULL,
  lookup TEXT NOT NULL, -- the first digits of the hash
  hash TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  ended_at TEXT,
  ended_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX token_by_lookup ON token (lookup);
CREATE TRIGGER token_no_delete BEFORE DELETE ON token BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER token_only_ends BEFORE UPDATE ON token
WHEN OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL
  OR (NEW.token_id, NEW.name, NEW.role, NEW.projects, NEW.lookup, NEW.hash, NEW.created_at, NEW.created_by, NEW.expires_at)
  IS NOT (OLD.token_id, OLD.name, OLD.role, OLD.projects, OLD.lookup, OLD.hash, OLD.created_at, OLD.created_by, OLD.expires_at)
BEGIN SELECT raise(ABORT, 'append-only'); END;
`);
  },
};
