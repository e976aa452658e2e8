import type { Migration } from './migration.ts';

/** What people are told by webhook, and what came of each attempt. */
export const m018Notices: Migration = {
  name: 'm018-notices',
  up: (database) => {
    database.exec(`
CREATE TABLE notice (
  project_id TEXT NOT NULL REFERENCES project,
  channel TEXT NOT NULL,
  notice_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  path TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (project_id, channel, notice_key)
) STRICT;
CREATE INDEX notice_by_time ON notice (project_id, created_at);
CREATE TRIGGER notice_no_update BEFORE UPDATE ON notice BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER notice_no_delete BEFORE DELETE ON notice BEGIN SELECT raise(ABORT, 'append-only'); END;

CREATE TABLE notice_try (
  project_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  notice_key TEXT NOT NULL,
  seq INTEGER NOT NULL,
  result TEXT NOT NULL,
  at TEXT NOT NULL,
  until TEXT,
  reason TEXT,
  PRIMARY KEY (project_id, channel, notice_key, seq),
  FOREIGN KEY (project_id, channel, notice_key) REFERENCES notice
) STRICT;
CREATE TRIGGER notice_try_no_update BEFORE UPDATE ON notice_try BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER notice_try_no_delete BEFORE DELETE ON notice_try BEGIN SELECT raise(ABORT, 'append-only'); END;
`);
  },
};
