import { chmodSync, constants, copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { HoneError } from '../../../domain/error.ts';
import type { StoreBackup } from '../../../ports/store-backup.ts';
import { type AuditKey, auditKeyFile } from '../audit/audit-key.ts';
import { backUp } from '../backup.ts';
import { unavailable } from '../errors.ts';
import { listBackups, noteBackup } from './backup-list.ts';
import { verifyCopy } from './verify-copy.ts';

/** Copies of the store at `path`. */
export const sqliteBackup = (path: string, key: AuditKey, now: () => string): StoreBackup => ({
  make: async (file, { withKey }) => {
    const copy = resolve(file);
    if (withKey && !existsSync(copy) && existsSync(auditKeyFile(copy))) throw keyExists();
    await backUp(path, copy);
    try {
      const { events, rows, heads } = verifyCopy(copy, key);
      if (withKey) copyKey(path, copy);
      noteBackup(path, { file: copy, at: now() });
      const key_file = withKey ? auditKeyFile(copy) : null;
      return { file: copy, bytes: statSync(copy).size, events, rows, heads, key_file };
    } catch (error) {
      // A copy that cannot be trusted must not lie there as if it could.
      rmSync(copy, { force: true });
      if (error instanceof HoneError) throw error;
      throw unavailable('The backup could not be finished.', 'Check that its folder has room.', error);
    }
  },
  list: async () => listBackups(path),
});

const copyKey = (from: string, to: string): void => {
  copyFileSync(auditKeyFile(from), auditKeyFile(to), constants.COPYFILE_EXCL);
  chmodSync(auditKeyFile(to), 0o600);
};

const keyExists = (): HoneError =>
  new HoneError(
    'CONFLICT',
    'A file with the name of the key exists already beside the backup.',
    'Name a new file, or leave the key out with --no-key.',
  );
