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
  #writer: Writer | null;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(path: string, connection: Connection) {
    this.#path = path;
    this.#writer = { connection, stores: storesOn(connection) };
  }

  async write<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    const deadline = performance.now() + PATIENCE_MS;
    return this.#inTurn(() => this.#transaction(work, deadline));
  }

  /** Waits for the write under way, then refuses all others. */
  async close(): Promise<void> {
    await this.#inTurn(async () => {
      this.#closed = true;
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
