import { statSync } from 'node:fs';
import { HoneError } from '../../domain/error.ts';
import type { Stores, UnitOfWork } from '../../ports/unit-of-work.ts';
import { Connection } from './connection.ts';
import { openWriter } from './database.ts';
import { breaksConnection, toHoneError, unavailable } from './errors.ts';
import { storesOn } from './stores-on.ts';
import { PATIENCE_MS, withPatience } from './with-patience.ts';

interface Writer {
  readonly connection: Connection;
  readonly stores: Stores;
}

/** The writer of this process: one transaction at a time, in the order asked. */
export class SqliteUnitOfWork implements UnitOfWork {
  readonly #path: string;
  readonly #file: string;
  #writer: Writer | null;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(path: string, connection: Connection) {
    this.#path = path;
    this.#file = identityOf(path);
    this.#writer = { connection, stores: storesOn(connection) };
  }

  async write<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    const deadline = performance.now() + PATIENCE_MS;
    return this.#inTurn(() => this.#transaction(work, deadline));
  }

  /**
   * Waits for the writes asked for, then refuses all others. `closeReaders` runs before the writer is closed: the
   * last connection merges the log into the file, and one that only reads could not.
   */
  async close(closeReaders: () => void): Promise<void> {
    await this.#inTurn(async () => {
      this.#closed = true;
      closeReaders();
      this.#dropWriter();
    });
  }

  #inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(step);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #transaction<T>(work: (stores: Stores) => Promise<T>, deadline: number): Promise<T> {
    try {
      const { connection, stores } = await this.#usableWriter(deadline);
      const { database } = connection;
      await withPatience(() => database.exec('BEGIN IMMEDIATE'), deadline);
      try {
        const result = await work(stores);
        database.exec('COMMIT');
        return result;
      } finally {
        if (database.open && database.inTransaction) database.exec('ROLLBACK');
      }
    } catch (error) {
      // What such a connection remembers of the file can be wrong: the next write looks at the file afresh.
      if (breaksConnection(error instanceof HoneError ? error.cause : error)) this.#dropWriter();
      throw toHoneError(error);
    }
  }

  async #usableWriter(deadline: number): Promise<Writer> {
    if (this.#closed) throw unavailable('The store is closed.', 'Start Hone again.');
    // A file that was taken away can still be written to, but nobody would find there what was acknowledged.
    if (identityOf(this.#path) !== this.#file) {
      throw unavailable(
        'The file of the store was removed or replaced.',
        'Put it back or restore it, then start Hone again.',
      );
    }
    if (this.#writer === null) {
      const connection = new Connection(await withPatience(() => openSound(this.#path), deadline));
      this.#writer = { connection, stores: storesOn(connection) };
    }
    return this.#writer;
  }

  #dropWriter(): void {
    this.#writer?.connection.database.close();
    this.#writer = null;
  }
}

/** Which file the path names now; empty: none. */
const identityOf = (path: string): string => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? '' : `${found.dev}:${found.ino}`;
};

/** After a failure of the disk nothing is written before the file was read whole. */
const openSound = (path: string): ReturnType<typeof openWriter> => {
  const database = openWriter(path);
  const verdict = database.pragma('quick_check(1)', { simple: true });
  if (verdict === 'ok') return database;
  database.close();
  throw unavailable(
    'The store is damaged.',
    'Stop every Hone process, copy the file away, and restore the last backup with `hone restore`.',
  );
};
