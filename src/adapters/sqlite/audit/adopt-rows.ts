import { UNSIGNED } from '../../../domain/audit.ts';
import type { Connection } from '../connection.ts';
import type { AuditKey } from './audit-key.ts';
import { AuditTrail } from './audit-trail.ts';
import { auditedTables } from './audited-tables.ts';

/**
 * Takes the rows of a store that is older than its audit into the chains, once. They are taken as they are: what was
 * changed before cannot be told. Throws SQLite's busy errors: call it `withPatience`.
 */
export const adoptRows = (connection: Connection, key: AuditKey, at: string): void => {
  if (!isOlder(connection)) return;
  const { database } = connection;
  database.exec('BEGIN IMMEDIATE');
  try {
    if (isOlder(connection)) {
      new AuditTrail(connection, key).adopt(auditedTables(database), { ...UNSIGNED, verb: 'adopt' }, at);
    }
    database.exec('COMMIT');
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK');
  }
};

const isOlder = (connection: Connection): boolean =>
  connection.column<number>(
    'SELECT EXISTS (SELECT 1 FROM project) AND NOT EXISTS (SELECT 1 FROM audit_event)',
    {},
  )[0] === 1;
