import type Database from 'better-sqlite3';
import { refused } from './errors.ts';

/** All that a trigger of ours does: it refuses a change. */
const ONLY_REFUSES = /\bBEGIN\s+SELECT\s+raise\(\s*ABORT\s*,\s*'[^']*'\s*\)\s*;\s*END;?\s*$/iu;

const checked = new WeakMap<Database.Database, number>();

/**
 * Refuses to write into a file in which somebody else's trigger or view lies: it could change what is written, and the
 * change would be signed as ours. Looks again whenever the schema changed. Called inside the transaction.
 *
 * @throws HoneError STORE_UNAVAILABLE
 */
export const refuseForeignSchema = (database: Database.Database): void => {
  const version = database.pragma('main.schema_version', { simple: true }) as number;
  if (checked.get(database) === version) return;
  const made = database.prepare("SELECT type, sql FROM main.sqlite_schema WHERE type IN ('trigger', 'view')").all() as {
    type: string;
    sql: string;
  }[];
  if (made.some(({ type, sql }) => type === 'view' || !ONLY_REFUSES.test(sql))) {
    throw refused(
      'Something in the file of the store, which Hone did not make, could change what is written. Nothing is written.',
      '`hone doctor` names it. Restore the last backup that verifies with `hone restore`.',
    );
  }
  checked.set(database, version);
};
