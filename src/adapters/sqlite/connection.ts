import type Database from 'better-sqlite3';
import { toHoneError, unavailable } from './errors.ts';

type Value = string | number | bigint | Uint8Array | null;
type Parameters = Record<string, Value | undefined>;

/** One open database with its prepared statements. Errors leave it as HoneErrors. */
export class Connection {
  readonly database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(database: Database.Database) {
    this.database = database;
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  get<Row>(sql: string, parameters: Parameters): Row | undefined {
    return this.#guarded(() => this.#prepare(sql).raw(false).pluck(false).get(parameters) as Row | undefined);
  }

  all<Row>(sql: string, parameters: Parameters): Row[] {
    return this.#guarded(() => this.#prepare(sql).raw(false).pluck(false).all(parameters) as Row[]);
  }

  /** The first column of every row. */
  column<T>(sql: string, parameters: Parameters): T[] {
    return this.#guarded(() => this.#prepare(sql).pluck().all(parameters) as T[]);
  }

  /** Rows as lists of their columns: the quickest way to read many. */
  tuples<Row extends readonly Value[]>(sql: string, parameters: Parameters): Row[] {
    return this.#guarded(() => this.#prepare(sql).raw().all(parameters) as Row[]);
  }

  /** The same one at a time, for those that are not kept. `visit` must not use this connection. */
  eachTuple<Row extends readonly Value[]>(sql: string, parameters: Parameters, visit: (row: Row) => void): void {
    this.#guarded(() => {
      for (const row of this.#prepare(sql).raw().iterate(parameters)) visit(row as Row);
    });
  }

  /** Number of rows changed. */
  run(sql: string, parameters: Parameters): number {
    return this.#guarded(() => this.#prepare(sql).run(parameters).changes);
  }

  /** Changes whenever another connection has committed; null on a connection that writes itself, which is not told of its own. */
  versionSeen(): number | null {
    return this.database.readonly
      ? (this.column<number>('SELECT data_version FROM pragma_data_version', {})[0] ?? null)
      : null;
  }

  /** Several reads of one moment: between two of them another process may commit. */
  snapshot<T>(read: () => T): T {
    if (this.database.inTransaction) return read();
    return this.#guarded(() => this.database.transaction(read)());
  }

  #guarded<T>(use: () => T): T {
    if (!this.database.open) throw unavailable('The store is closed.', 'Start Hone again.');
    try {
      return use();
    } catch (error) {
      throw toHoneError(error);
    }
  }
}
