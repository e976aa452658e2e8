import type Database from 'better-sqlite3';
import type { AuditFinding } from '../../../domain/audit.ts';
import { auditedTables } from './audited-tables.ts';
import { tableEntries } from './table-entries.ts';
import type { Expected } from './verify-chains.ts';

/** Of what is the same thing many times over, so many are named. */
const MOST_OF_A_TABLE = 10;

/** Each row against what the events say of it: a flipped bit, a row put in or changed past Hone, a row that is gone. */
export const compareRows = (
  database: Database.Database,
  expected: ReadonlyMap<string, Expected>,
): { compared: number; findings: AuditFinding[] } => {
  const findings: AuditFinding[] = [];
  let compared = 0;
  const seen = new Map([...expected.keys()].map((project) => [project, new Set<string>()]));
  for (const table of auditedTables(database)) {
    const wrong: AuditFinding[] = [];
    for (const entry of tableEntries(database, table)) {
      compared += entry.rows;
      const id = JSON.stringify([table.name, entry.key]);
      seen.get(entry.project)?.add(id);
      const said = expected.get(entry.project)?.get(id);
      const what = said === undefined ? 'was put in past the audit' : 'differs from what its last event says';
      if (said !== entry.hash) wrong.push({ project: entry.project, what: `${named(id)} ${what}` });
    }
    findings.push(...wrong.slice(0, MOST_OF_A_TABLE));
  }
  for (const [project, rows] of expected) {
    const gone = [...rows].filter(([id, hash]) => hash !== null && seen.get(project)?.has(id) !== true);
    for (const [id] of gone.slice(0, MOST_OF_A_TABLE)) findings.push({ project, what: `${named(id)} is gone` });
  }
  return { compared, findings };
};

/** A row in words: its table and its key, which are ids and names, never texts. */
const named = (id: string): string => {
  const [table, key] = JSON.parse(id) as [string, (string | number)[]];
  return `the row ${key.join(' ')} of ${table}`;
};
