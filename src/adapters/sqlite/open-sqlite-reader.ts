import type { Stores } from '../../ports/unit-of-work.ts';
import { Connection } from './connection.ts';
import { openReader } from './database.ts';
import { NEWEST_SCHEMA, schemaVersion } from './migrations/migrate.ts';
import { storesOn } from './stores-on.ts';

/** Reads a store that is there and up to date, without migrating, mapping or waiting; null when it is not. */
export const openSqliteReader = (path: string): { stores: Stores; close(): void } | null => {
  const database = openReader(path, false);
  if (schemaVersion(database) !== NEWEST_SCHEMA) {
    database.close();
    return null;
  }
  return { stores: storesOn(new Connection(database)), close: () => void database.close() };
};
