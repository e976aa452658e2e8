import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { breaksConnection, isBusy, toHoneError } from '../../../src/adapters/sqlite/errors.ts';
import { HoneError } from '../../../src/domain/error.ts';
import { storePath } from '../../support/open-test-store.ts';

const thrownBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};
const sqlite = (code: string): unknown => new Database.SqliteError('a row with a secret', code);

describe("errors of SQLite's own making", () => {
  it('say that the disk is full', () => {
    const db = new Database(storePath());
    db.exec('CREATE TABLE t (x)');
    db.pragma('max_page_count = 2');
    const error = thrownBy(() => db.prepare('INSERT INTO t VALUES (zeroblob(100000))').run());
    expect(toHoneError(error)).toMatchObject({ code: 'STORE_UNAVAILABLE', message: expect.stringContaining('full') });
    expect(breaksConnection(error)).toBe(false);
    db.close();
  });

  it('say that others write', () => {
    const path = storePath();
    const holder = new Database(path);
    holder.exec('BEGIN IMMEDIATE');
    const db = new Database(path, { timeout: 0 });
    const error = thrownBy(() => db.exec('BEGIN IMMEDIATE'));
    expect(isBusy(error)).toBe(true);
    expect(toHoneError(error)).toMatchObject({ code: 'BUSY' });
    for (const one of [holder, db]) one.close();
  });

  it('say that something is there already', () => {
    const db = new Database(':memory:');
    db.exec('CREATE TABLE t (x PRIMARY KEY); INSERT INTO t VALUES (1)');
    expect(toHoneError(thrownBy(() => db.exec('INSERT INTO t VALUES (1)')))).toMatchObject({ code: 'CONFLICT' });
  });

  it('say that what happened is not changed', () => {
    const db = new Database(':memory:');
    db.exec("CREATE TABLE t (x); CREATE TRIGGER g BEFORE INSERT ON t BEGIN SELECT raise(ABORT, 'no'); END");
    const error = toHoneError(thrownBy(() => db.exec('INSERT INTO t VALUES (1)')));
    expect(error).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('never changed') });
  });
});

describe('the words for an error', () => {
  it.each([
    ['SQLITE_IOERR_FSYNC', true],
    ['SQLITE_CORRUPT_INDEX', true],
    ['SQLITE_NOTADB', true],
    ['SQLITE_READONLY_DBMOVED', false],
    ['SQLITE_CANTOPEN', false],
  ])('%s: the store is unavailable, and what to do is said', (code, broken) => {
    const error = toHoneError(sqlite(code));
    expect(error).toBeInstanceOf(HoneError);
    expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE', hint: expect.stringMatching(/.{20,}/u) });
    expect(breaksConnection(sqlite(code))).toBe(broken);
  });

  it('hold nothing of what SQLite said', () => {
    for (const code of ['SQLITE_IOERR', 'SQLITE_BUSY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_TRIGGER']) {
      const { message, hint } = toHoneError(sqlite(code)) as HoneError;
      expect(message + hint).not.toContain('secret');
    }
  });

  it('leave alone what is none of the above', () => {
    for (const error of [new Error('a bug'), sqlite('SQLITE_ERROR'), 'text', undefined]) {
      expect(toHoneError(error)).toBe(error);
      expect(isBusy(error)).toBe(false);
    }
  });
});
