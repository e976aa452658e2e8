import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { openSqliteStore, type SqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';

const cleanUp: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

/** A path for a store in a new folder that goes away after the test, once its stores are closed. */
export const storePath = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hone-'));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'hone.db');
};

/** A store that is closed after the test. */
export const openTestStore = async (path = storePath()): Promise<SqliteStore> => {
  const store = await openSqliteStore({ path });
  cleanUp.push(() => store.close());
  return store;
};
