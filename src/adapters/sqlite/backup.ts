import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { HoneError } from '../../domain/error.ts';
import { openReader } from './database.ts';
import { toHoneError, unavailable } from './errors.ts';

/** Pages copied before the event loop gets its turn: about 8 MB. */
const PAGES_A_TURN = 2_000;

/**
 * Copies the store at `path`, as it is at one moment, into a new file while others go on writing. The file appears
 * under its name only when it is whole.
 *
 * @throws HoneError CONFLICT when the file exists; STORE_UNAVAILABLE when it cannot be written.
 */
export const backUp = async (path: string, file: string): Promise<void> => {
  if (existsSync(file)) {
    throw new HoneError(
      'CONFLICT',
      'The file for the backup exists already.',
      'Name a new file: no backup is overwritten.',
    );
  }
  const partial = `${file}.partial`;
  const source = openReader(path, false);
  try {
    // One read transaction all along: without it, each write of another process would start the copy afresh.
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM migration').get();
    await source.backup(partial, { progress: () => PAGES_A_TURN });
    chmodSync(partial, 0o600);
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    const known = toHoneError(error);
    if (known instanceof HoneError) throw known;
    throw unavailable('The backup could not be written.', 'Check that its folder exists and has room.', error);
  } finally {
    source.close();
  }
};
