import type Database from 'better-sqlite3';

/** A step of the schema: applied once, in order, never changed after its release. */
export interface Migration {
  readonly name: string;
  readonly up: (database: Database.Database) => void;
}
