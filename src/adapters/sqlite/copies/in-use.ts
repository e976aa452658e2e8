import Database from 'better-sqlite3';
import { isBusy } from '../errors.ts';

/** Whether another connection, of any process, has the store open. A file that cannot be opened at all is used by nobody. */
export const inUse = (path: string): boolean => {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { fileMustExist: true, timeout: 0 });
    // In WAL mode every open connection holds a lock on the file; this asks for it alone.
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE; ROLLBACK');
    return false;
  } catch (error) {
    return isBusy(error);
  } finally {
    database?.close();
  }
};
