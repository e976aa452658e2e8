import type { Connection } from './connection.ts';

/** How a field is kept: as it is, as JSON text, or as 0 and 1. */
type Form = 'plain' | 'json' | 'flag';
type Row = Record<string, string | number | null>;

interface TableShape<T> {
  readonly table: string;
  readonly fields: { readonly [Field in keyof Required<T>]: Form };
  /** Columns that say whose the record is and are no field of it. */
  readonly owner?: readonly string[];
  /** Columns within which `seq` counts, in tables that have one. */
  readonly numberedBy?: readonly string[];
}

/**
 * Records of the domain as rows of one table: columns are named as the fields are, but for `project`, which is
 * `project_id`. An absent field is null there.
 */
export class RecordTable<T extends object> {
  readonly #connection: Connection;
  readonly #fields: readonly (readonly [field: string, form: Form])[];
  readonly #insert: string;
  readonly #select: string;

  constructor(connection: Connection, { table, fields, owner = [], numberedBy }: TableShape<T>) {
    this.#connection = connection;
    this.#fields = Object.entries(fields) as [string, Form][];
    const columns = [...owner, ...this.#fields.map(([field]) => columnOf(field))];
    const names = columns.map((column) => `"${column}"`);
    const values = columns.map((column) => `@${column}`);
    if (numberedBy !== undefined) {
      const same = numberedBy.map((column) => `${column} = @${column}`).join(' AND ');
      names.push('seq');
      values.push(`(SELECT coalesce(max(seq), 0) + 1 FROM ${table} WHERE ${same})`);
    }
    const selected = this.#fields.map(([field]) => `${table}."${columnOf(field)}" AS "${field}"`);
    this.#insert = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${values.join(', ')})`;
    this.#select = `SELECT ${selected.join(', ')} FROM ${table}`;
  }

  add(record: T, owner: Row = {}): void {
    const row: Row = { ...owner };
    for (const [field, form] of this.#fields) row[columnOf(field)] = toColumn(record[field as keyof T], form);
    this.#connection.run(this.#insert, row);
  }

  /** `rest` is what follows `FROM table`: joins, the condition with its `@names`, the order. */
  select(rest: string, parameters: Row): T[] {
    return this.#connection.all<Row>(`${this.#select} ${rest}`, parameters).map((row) => this.#toRecord(row));
  }

  first(rest: string, parameters: Row): T | null {
    return this.select(`${rest} LIMIT 1`, parameters)[0] ?? null;
  }

  #toRecord(row: Row): T {
    const record: Record<string, unknown> = {};
    for (const [field, form] of this.#fields) {
      const value = row[field];
      if (value !== null && value !== undefined) record[field] = fromColumn(value, form);
    }
    return record as T;
  }
}

const columnOf = (field: string): string => (field === 'project' ? 'project_id' : field);

const toColumn = (value: unknown, form: Form): string | number | null => {
  if (value === undefined || value === null) return null;
  if (form === 'json') return JSON.stringify(value);
  return form === 'flag' ? Number(value) : (value as string | number);
};

const fromColumn = (value: string | number, form: Form): unknown => {
  if (form === 'json') return JSON.parse(String(value));
  return form === 'flag' ? value === 1 : value;
};
