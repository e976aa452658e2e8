import type Database from 'better-sqlite3';
import { refused } from '../errors.ts';
import { m001Start } from './m001-start.ts';
import { m002Tokens } from './m002-tokens.ts';
import { m003Workflows } from './m003-workflows.ts';
import { m004Trials } from './m004-trials.ts';
import { m005Audit } from './m005-audit.ts';
import { m006Fallbacks } from './m006-fallbacks.ts';
import { m007Learning } from './m007-learning.ts';
import { m008GuardNotes } from './m008-guard-notes.ts';
import { m009Overrides } from './m009-overrides.ts';
import { m010Loops } from './m010-loops.ts';
import { m011CohortIndexes } from './m011-cohort-indexes.ts';
import { m012CitationChecks } from './m012-citation-checks.ts';
import { m013LessonAuthors } from './m013-lesson-authors.ts';
import { m014Attested } from './m014-attested.ts';
import { m015HeardTurns } from './m015-heard-turns.ts';
import { m016Organisation } from './m016-organisation.ts';
import { m017TextScans } from './m017-text-scans.ts';
import { m018Notices } from './m018-notices.ts';
import { m019SearchLengths } from './m019-search-lengths.ts';
import { m020TakenBack } from './m020-taken-back.ts';
import { m021IgnoredLessons } from './m021-ignored-lessons.ts';
import { m022Members } from './m022-members.ts';
import type { Migration } from './migration.ts';

/** In order: the version of a schema is the number of steps behind it. */
const MIGRATIONS: readonly Migration[] = [
  m001Start,
  m002Tokens,
  m003Workflows,
  m004Trials,
  m005Audit,
  m006Fallbacks,
  m007Learning,
  m008GuardNotes,
  m009Overrides,
  m010Loops,
  m011CohortIndexes,
  m012CitationChecks,
  m013LessonAuthors,
  m014Attested,
  m015HeardTurns,
  m016Organisation,
  m017TextScans,
  m018Notices,
  m019SearchLengths,
  m020TakenBack,
  m021IgnoredLessons,
  m022Members,
];

export const NEWEST_SCHEMA = MIGRATIONS.length;

/** 0 in an empty file. */
export const schemaVersion = (database: Database.Database): number => {
  const known = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'").get();
  if (known === undefined) return 0;
  return database.prepare('SELECT coalesce(max(version), 0) FROM migration').pluck().get() as number;
};

/**
 * Brings the schema up to date, all missing steps in one transaction. Processes that start together wait for the
 * first; so the version is read again inside. Throws SQLite's busy errors: call it `withPatience`.
 *
 * @throws HoneError STORE_UNAVAILABLE when a newer Hone made the file, which stays untouched.
 */
export const migrate = (
  database: Database.Database,
  appliedAt: string,
  steps: readonly Migration[] = MIGRATIONS,
): void => {
  if (upToDate(database, steps)) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    if (!upToDate(database, steps)) applyMissing(database, appliedAt, steps);
    database.exec('COMMIT');
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK');
  }
};

const upToDate = (database: Database.Database, steps: readonly Migration[]): boolean => {
  const version = schemaVersion(database);
  if (version > steps.length) {
    throw refused(
      `The store was made by a newer Hone (schema ${version}; this one knows ${steps.length}). It was left as it is.`,
      'Update Hone on this machine.',
    );
  }
  return version === steps.length;
};

const applyMissing = (database: Database.Database, appliedAt: string, steps: readonly Migration[]): void => {
  database.exec(
    'CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
  );
  const done = schemaVersion(database);
  const note = database.prepare('INSERT INTO migration (version, name, applied_at) VALUES (?, ?, ?)');
  for (const [index, step] of steps.entries()) {
    if (index < done) continue;
    step.up(database);
    note.run(index + 1, step.name, appliedAt);
  }
};
