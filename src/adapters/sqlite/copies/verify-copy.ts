import type { AuditReport } from '../../../domain/audit.ts';
import { HoneError } from '../../../domain/error.ts';
import type { AuditKey } from '../audit/audit-key.ts';
import { verifyChains } from '../audit/verify-chains.ts';
import { openWriter } from '../database.ts';
import { unavailable } from '../errors.ts';
import { NEWEST_SCHEMA, schemaVersion } from '../migrations/migrate.ts';
import { prepareStoreFile } from '../store-file.ts';

/**
 * Reads a copy of a store whole: its pages, the chains of its events, every row. The copy is ours: opening it may leave
 * marks of the engine, which a reader of a log could not take away again.
 *
 * @throws HoneError STORE_UNAVAILABLE for what is no store, is damaged, was changed past Hone, or is of a newer Hone.
 */
export const verifyCopy = (file: string, key: AuditKey): AuditReport => {
  prepareStoreFile(file);
  try {
    const database = openWriter(file);
    try {
      const version = schemaVersion(database);
      if (version > NEWEST_SCHEMA) throw newer(version);
      if (database.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw damaged();
      return verified(verifyChains(database, key, []));
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof HoneError) throw error;
    throw damaged(error);
  }
};

const verified = (report: AuditReport): AuditReport => {
  const [first] = report.findings;
  if (first === undefined) return report;
  throw unavailable(
    `The copy does not verify: ${first.what}.`,
    'Take another backup. If it was made with another key, name that with --key.',
  );
};

const damaged = (cause?: unknown): HoneError =>
  unavailable('The copy is damaged: it cannot be read whole.', 'Take another backup.', cause);

const newer = (version: number): HoneError =>
  unavailable(
    `The copy was made by a newer Hone (schema ${version}; this one knows ${NEWEST_SCHEMA}).`,
    'Update Hone on this machine.',
  );
