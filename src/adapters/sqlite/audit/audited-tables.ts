import type Database from 'better-sqlite3';

export interface AuditedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns of its key, without the project. */
  readonly key: readonly string[];
  /** False: its rows belong to the store itself. */
  readonly ofProject: boolean;
  /** In their order of the key. */
  readonly order: string;
}

/** What can be made again from the rest, or watches over it. */
const LEFT_OUT = /^(?:sqlite_|search_|lesson_vector$|vector_part$|calibration$|text_scan$|migration$|audit_event$)/u;

/** Rows that are always written together are one entry in an event: the key is that of what they belong to. */
const TOGETHER: Readonly<Record<string, number>> = { recall_candidate: 1 };

/** Every table of facts, whatever migrations made. */
export const auditedTables = (database: Database.Database): AuditedTable[] => {
  const names = database
    .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all() as string[];
  return names.filter((name) => !LEFT_OUT.test(name)).map((name) => describe(database, name));
};

const describe = (database: Database.Database, name: string): AuditedTable => {
  const columns = database.pragma(`main.table_info(${name})`) as { name: string; pk: number }[];
  const primary = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const ofProject = primary[0]?.name === 'project_id';
  const key = primary.map((column) => column.name).filter((column) => column !== 'project_id');
  return {
    name,
    columns: columns.map((column) => column.name),
    key: key.slice(0, TOGETHER[name] ?? key.length),
    ofProject,
    order: primary.map((column) => `"${column.name}"`).join(', '),
  };
};
