import { statSync } from 'node:fs';
import { type AuditHead, type Signature, UNSIGNED } from '../../domain/audit.ts';
import { HoneError } from '../../domain/error.ts';
import type { Stores, UnitOfWork } from '../../ports/unit-of-work.ts';
import type { AuditKey } from './audit/audit-key.ts';
import { AuditTrail } from './audit/audit-trail.ts';
import { Connection } from './connection.ts';
import { openWriter } from './database.ts';
import { breaksConnection, refused, toHoneError, unavailable } from './errors.ts';
import { refuseForeignSchema } from './refuse-foreign-schema.ts';
import { storesOn } from './stores-on.ts';
import { PATIENCE_MS, withPatience } from './with-patience.ts';

interface Writer {
  readonly connection: Connection;
  readonly stores: Stores;
  readonly trail: AuditTrail;
}

export interface Audit {
  readonly key: AuditKey;
  /** Told of the new heads after each write. */
  readonly onHeads: (heads: readonly AuditHead[]) => void;
  readonly now: () => string;
}

/** The writer of this process: one transaction at a time, in the order asked. */
export class SqliteUnitOfWork implements UnitOfWork {
  readonly #path: string;
  readonly #file: string;
  #writer: Writer | null;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  readonly #audit: Audit;
  /** Longest wait of a write for other writers. */
  readonly #patienceMs: number;

  constructor(path: string, connection: Connection, audit: Audit, patienceMs = PATIENCE_MS) {
    this.#patienceMs = patienceMs;
    this.#path = path;
    this.#file = identityOf(path);
    this.#audit = audit;
    this.#writer = this.#writerOn(connection);
  }

  async write<T>(work: (stores: Stores) => Promise<T>, signature: Signature = UNSIGNED): Promise<T> {
    const deadline = performance.now() + this.#patienceMs;
    return this.#inTurn(() => this.#transaction(work, signature, deadline));
  }

  async compact(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    await this.#inTurn(async () => {
      const { database } = (await this.#usableWriter(deadline)).connection;
      // The index keeps taken words in its old parts until those are merged.
      await withPatience(() => database.exec("INSERT INTO search_text (search_text) VALUES ('optimize')"), deadline);
      await withPatience(() => database.exec('VACUUM'), deadline);
      await withPatience(() => database.pragma('wal_checkpoint(TRUNCATE)'), deadline);
    });
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

  #writerOn(connection: Connection): Writer {
    return { connection, stores: storesOn(connection), trail: new AuditTrail(connection, this.#audit.key) };
  }

  async #transaction<T>(work: (stores: Stores) => Promise<T>, signature: Signature, deadline: number): Promise<T> {
    try {
      const { connection, stores, trail } = await this.#usableWriter(deadline);
      const { database } = connection;
      await withPatience(() => database.exec('BEGIN IMMEDIATE'), deadline);
      try {
        refuseForeignSchema(database);
        const result = await work(stores);
        const heads = trail.append(signature, this.#audit.now());
        database.exec('COMMIT');
        this.#audit.onHeads(heads);
        return result;
      } finally {
        trail.discard();
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
      this.#writer = this.#writerOn(new Connection(await withPatience(() => openSound(this.#path), deadline)));
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
  throw refused(
    'The store is damaged.',
    'Stop every Hone process, copy the file away, and restore the last backup with `hone restore`.',
  );
};
