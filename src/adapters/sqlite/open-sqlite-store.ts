import type { AuditHead } from '../../domain/audit.ts';
import type { AuditLog } from '../../ports/audit-log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { StoreBackup } from '../../ports/store-backup.ts';
import type { StoreInspection } from '../../ports/store-inspection.ts';
import type { Stores, UnitOfWork } from '../../ports/unit-of-work.ts';
import { adoptRows } from './audit/adopt-rows.ts';
import { type AuditKey, auditKey } from './audit/audit-key.ts';
import { hashAt, sqliteAuditLog } from './audit/audit-log.ts';
import { HeadFile } from './audit/head-file.ts';
import { Connection } from './connection.ts';
import { sqliteBackup } from './copies/store-backup.ts';
import { openReader, openWriter } from './database.ts';
import { toHoneError } from './errors.ts';
import { sqliteInspection } from './inspection.ts';
import { migrate } from './migrations/migrate.ts';
import { prepareStoreFile } from './store-file.ts';
import { storesOn } from './stores-on.ts';
import { SqliteUnitOfWork } from './unit-of-work.ts';
import { withPatience } from './with-patience.ts';

export interface SqliteStore {
  /** For reads outside a write: what is committed. */
  readonly stores: Stores;
  readonly unitOfWork: UnitOfWork;
  readonly inspection: StoreInspection;
  readonly audit: AuditLog;
  /** A number that changes whenever anything is committed; null when the file cannot be asked. */
  version(): number | null;
  readonly backup: StoreBackup;
  close(): Promise<void>;
}

/**
 * Opens the store at `path`, a file on a local disk; makes it (and its folder, for this user only) when there is none.
 *
 * @throws HoneError STORE_UNAVAILABLE when the path holds anything but a store that this Hone knows, which then stays
 *   as it is, or cannot be read and written; BUSY when other processes kept it locked for 10 s.
 */
export const openSqliteStore = async (options: {
  path: string;
  /** False where no vectors are searched: then the file is read as needed and not mapped into memory. */
  mapped?: boolean;
  /** Longest wait of a write for other writers, in milliseconds; 10 s unless given. */
  writeWaitMs?: number | undefined;
  clock?: Clock;
}): Promise<SqliteStore> => {
  const { path } = options;
  const now = (): string => options.clock?.now() ?? new Date().toISOString();
  try {
    prepareStoreFile(path);
    const key = auditKey(path);
    const writer = await withPatience(() => openWriter(path));
    const reader = await openReaderBeside(writer, path, { mapped: options.mapped ?? true, key, now });
    return assemble(
      { path, key, now, writeWaitMs: options.writeWaitMs },
      new Connection(writer),
      new Connection(reader),
    );
  } catch (error) {
    throw toHoneError(error);
  }
};

type Opened = ReturnType<typeof openWriter>;

const openReaderBeside = async (
  writer: Opened,
  path: string,
  { mapped, key, now }: { mapped: boolean; key: AuditKey; now: () => string },
): Promise<Opened> => {
  try {
    await withPatience(() => migrate(writer, now()));
    await withPatience(() => adoptRows(new Connection(writer), key, now()));
    return await withPatience(() => openReader(path, mapped));
  } catch (error) {
    writer.close();
    throw error;
  }
};

const assemble = (
  { path, key, now, writeWaitMs }: { path: string; key: AuditKey; now: () => string; writeWaitMs: number | undefined },
  writer: Connection,
  reader: Connection,
): SqliteStore => {
  const heads = new HeadFile(path, (project, seq) => hashAt(reader, project, seq));
  const audit = { key, now, onHeads: (newest: readonly AuditHead[]) => heads.note(newest) };
  const unitOfWork = new SqliteUnitOfWork(path, writer, audit, writeWaitMs);
  return {
    stores: storesOn(reader),
    unitOfWork,
    inspection: sqliteInspection(path, reader),
    audit: sqliteAuditLog(reader, path, key, now),
    version: () => versionOf(reader),
    backup: sqliteBackup(path, key, now),
    close: () =>
      unitOfWork.close(() => {
        heads.flush();
        reader.database.close();
      }),
  };
};

const versionOf = ({ database }: Connection): number | null => {
  try {
    return database.pragma('data_version', { simple: true }) as number;
  } catch {
    return null;
  }
};
