import type Database from 'better-sqlite3';
import type { AuditedTable } from './audited-tables.ts';
import { combined, rowHash, type Value } from './row-hash.ts';

export interface TableEntry {
  readonly project: string;
  readonly key: readonly (string | number)[];
  readonly hash: string;
  /** How many rows it stands for. */
  readonly rows: number;
}

/** What a table holds, as events speak of it: one entry a row, or one for rows that are written together. */
export function* tableEntries(database: Database.Database, table: AuditedTable): Generator<TableEntry> {
  const columns = table.columns.map((column) => `"${column}"`).join(', ');
  const rows = database
    .prepare(`SELECT ${columns} FROM "${table.name}" ORDER BY ${table.order}`)
    .raw()
    .iterate() as IterableIterator<Value[]>;
  let open: { project: string; key: (string | number)[]; hashes: string[] } | null = null;
  for (const values of rows) {
    const at = (column: string): string | number => values[table.columns.indexOf(column)] ?? '';
    const project = table.ofProject ? String(at('project_id')) : '';
    const key = table.key.map(at);
    if (open !== null && (open.project !== project || !sameKey(open.key, key))) {
      yield closed(open);
      open = null;
    }
    open ??= { project, key, hashes: [] };
    open.hashes.push(rowHash(table, values));
  }
  if (open !== null) yield closed(open);
}

const sameKey = (a: readonly (string | number)[], b: readonly (string | number)[]): boolean =>
  a.every((part, at) => part === b[at]);

const closed = ({
  project,
  key,
  hashes,
}: {
  project: string;
  key: (string | number)[];
  hashes: string[];
}): TableEntry => ({
  project,
  key,
  hash: combined(hashes),
  rows: hashes.length,
});
