import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { openReader, openWriter } from '../../../src/adapters/sqlite/database.ts';
import { APPLICATION_ID } from '../../../src/adapters/sqlite/store-file.ts';
import { storePath } from '../../support/open-test-store.ts';

const opened: Database.Database[] = [];
afterEach(() => {
  for (const database of opened.splice(0).reverse()) database.close();
});
const keep = (database: Database.Database): Database.Database => {
  opened.push(database);
  return database;
};
const emptyFile = (): string => {
  const path = storePath();
  closeSync(openSync(path, 'w', 0o600));
  return path;
};
const value = (database: Database.Database, name: string): unknown => database.pragma(name, { simple: true });

describe('a connection', () => {
  it('is durable the first time and every time after', () => {
    const path = emptyFile();
    for (let time = 0; time < 3; time += 1) {
      const writer = openWriter(path);
      writer.exec('CREATE TABLE IF NOT EXISTS t (x)');
      expect([value(writer, 'journal_mode'), value(writer, 'synchronous'), value(writer, 'foreign_keys')]).toEqual([
        'wal',
        2,
        1,
      ]);
      const reader = openReader(path, true);
      expect([value(reader, 'journal_mode'), value(reader, 'synchronous'), value(reader, 'foreign_keys')]).toEqual([
        'wal',
        2,
        1,
      ]);
      reader.close();
      writer.close();
    }
  });

  it('maps the file into memory where it only reads', () => {
    const path = emptyFile();
    expect(value(keep(openWriter(path)), 'mmap_size')).toBe(0);
    expect(value(keep(openReader(path, true)), 'mmap_size')).toBeGreaterThan(1_000_000_000);
    expect(value(keep(openReader(path, false)), 'mmap_size')).toBe(0);
  });

  it('marks the file as a store from its first byte on', () => {
    const path = emptyFile();
    keep(openWriter(path));
    expect(value(keep(new Database(path, { readonly: true })), 'application_id')).toBe(APPLICATION_ID);
  });

  it('that reads cannot write', () => {
    const path = emptyFile();
    keep(openWriter(path)).exec('CREATE TABLE t (x)');
    expect(() => keep(openReader(path, true)).exec('INSERT INTO t VALUES (1)')).toThrow(/readonly/u);
  });

  it('makes no file', () => {
    expect(() => openWriter(storePath())).toThrow();
  });
});
