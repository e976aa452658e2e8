import Database from 'better-sqlite3';
import { load as loadVectorSearch } from 'sqlite-vec';
import { unavailable } from './errors.ts';
import { APPLICATION_ID } from './store-file.ts';

/** Older ones can corrupt a WAL file when its reset races with a reader. */
const OLDEST_SQLITE = [3, 51, 3] as const;
/** A busy wait inside SQLite stops the event loop, so it is short; longer waits are `withPatience`. */
const BUSY_TIMEOUT_MS = 20;
/** The most that SQLite maps; a file beyond it is read as usual from there on. */
const MMAP_BYTES = 2_147_418_112;
/** A log that grew larger is cut back once it was merged. */
const LARGEST_IDLE_LOG = 16 * 1024 * 1024;
const FULL = 2;

/** The one connection of this process that writes. Throws SQLite's busy errors: call it `withPatience`. */
export const openWriter = (path: string): Database.Database =>
  configured(new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS }), (database) => {
    // Before anything else is in the file, so that a store is known by its first bytes ever after.
    if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      database.pragma(`application_id = ${APPLICATION_ID}`);
    }
    if (database.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
      throw unavailable(
        'This disk does not allow the write-ahead log that durability needs.',
        'Keep the store on a local disk: network file systems refuse it.',
      );
    }
    database.pragma('mmap_size = 0');
    database.pragma(`journal_size_limit = ${LARGEST_IDLE_LOG}`);
  });

/**
 * For reads: sees only what is committed, and cannot write. `mapped` puts the file into memory, which makes scans of
 * vectors 1.6 times as fast and counts as memory of the process.
 */
export const openReader = (path: string, mapped: boolean): Database.Database =>
  configured(new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS }), (database) => {
    database.pragma(`mmap_size = ${mapped ? MMAP_BYTES : 0}`);
  });

const configured = (database: Database.Database, adjust: (database: Database.Database) => void): Database.Database => {
  try {
    assertVersion(database);
    loadVectorSearch(database);
    // SQLite's own lower() knows ASCII only.
    database.function('fold_case', { deterministic: true }, (text) => String(text).toLowerCase());
    adjust(database);
    database.pragma('foreign_keys = ON');
    database.pragma('synchronous = FULL');
    // A file reopened in WAL mode starts with less in this build: what was acknowledged could be lost in a power cut.
    if (database.pragma('synchronous', { simple: true }) !== FULL) {
      throw unavailable('The store cannot be made durable.', 'Reinstall Hone: its database driver ignores settings.');
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

const assertVersion = (database: Database.Database): void => {
  const version = database.prepare('SELECT sqlite_version()').pluck().get() as string;
  const parts = version.split('.').map(Number);
  const first = OLDEST_SQLITE.findIndex((part, index) => parts[index] !== part);
  if (first >= 0 && (parts[first] ?? 0) < (OLDEST_SQLITE[first] ?? 0)) {
    throw unavailable(
      `The database driver holds SQLite ${version}, which can damage a store.`,
      `Reinstall Hone: it needs SQLite ${OLDEST_SQLITE.join('.')} or newer.`,
    );
  }
};
