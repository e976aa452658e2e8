import type Database from 'better-sqlite3';
import type { RowChange } from '../../../domain/audit.ts';
import { type AuditedTable, auditedTables } from './audited-tables.ts';
import { combined, rowHash, type Value } from './row-hash.ts';

interface Touched {
  readonly table: string;
  readonly key: readonly (string | number)[];
  hashes: string[] | null;
}

/**
 * Notes every row that a connection writes, whoever wrote the statement: by triggers that only this connection has. So no
 * write can be forgotten, in tables of later migrations neither.
 */
export class RowJournal {
  /** By project. */
  readonly #touched = new Map<string, Map<string, Touched>>();

  constructor(database: Database.Database) {
    const tables = new Map(auditedTables(database).map((table) => [table.name, table]));
    database.function('hone_written', { varargs: true }, (name: string, ...values: Value[]) =>
      this.#note(tables.get(name), values, 'written'),
    );
    database.function('hone_deleted', { varargs: true }, (name: string, ...values: Value[]) =>
      this.#note(tables.get(name), values, 'deleted'),
    );
    for (const table of tables.values()) database.exec(triggersOf(table));
  }

  /** What was written since the last call, by project in the order of its first row. */
  take(): Map<string, RowChange[]> {
    const taken = new Map<string, RowChange[]>();
    for (const [project, rows] of this.#touched) {
      taken.set(
        project,
        [...rows.values()].map(({ table, key, hashes }) => [table, key, hashes === null ? null : combined(hashes)]),
      );
    }
    this.#touched.clear();
    return taken;
  }

  #note(table: AuditedTable | undefined, values: readonly Value[], how: 'written' | 'deleted'): null {
    if (table === undefined) return null;
    const at = (column: string): Value => values[table.columns.indexOf(column)] ?? '';
    const project = table.ofProject ? String(at('project_id')) : '';
    const key = table.key.map((column) => at(column) as string | number);
    const rows = this.#touched.get(project) ?? new Map<string, Touched>();
    this.#touched.set(project, rows);
    const id = JSON.stringify([table.name, key]);
    const before = rows.get(id);
    const hash = how === 'written' ? rowHash(table, values) : null;
    if (hash === null || before === undefined || !isPartKey(table)) {
      rows.set(id, { table: table.name, key, hashes: hash === null ? null : [hash] });
    } else {
      before.hashes = [...(before.hashes ?? []), hash];
    }
    return null;
  }
}

/** Whether several rows share one entry. */
const isPartKey = ({ key, order, ofProject }: AuditedTable): boolean =>
  order.split(', ').length - (ofProject ? 1 : 0) > key.length;

const triggersOf = ({ name, columns }: AuditedTable): string => {
  const of = (row: 'NEW' | 'OLD'): string => columns.map((column) => `${row}."${column}"`).join(', ');
  const trigger = (event: string, row: 'NEW' | 'OLD', call: string): string =>
    `CREATE TEMP TRIGGER IF NOT EXISTS journal_${name}_${event.toLowerCase()} AFTER ${event} ON main."${name}"
     BEGIN SELECT ${call}('${name}', ${of(row)}); END;`;
  return [
    trigger('INSERT', 'NEW', 'hone_written'),
    trigger('UPDATE', 'NEW', 'hone_written'),
    trigger('DELETE', 'OLD', 'hone_deleted'),
  ].join('\n');
};
