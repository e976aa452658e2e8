import { createHash, createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { unavailable } from '../errors.ts';

export interface AuditKey {
  /** Tells keys apart; says nothing of the key. */
  readonly id: string;
  /** The hash of the link after `previous`. */
  readonly seal: (previous: string, event: string) => string;
}

const BYTES = 32;
const FORM = /^[\da-f]{64}$/u;

export const auditKeyFile = (path: string): string => `${path}.key`;

/**
 * The key of the chains of the store at `path`. It lies beside the store, for this user only: who gets at the store's file
 * alone can forge no event. The first opening makes it; of two at once, both see one.
 *
 * @throws HoneError STORE_UNAVAILABLE when the file cannot be made or holds something else.
 */
export const auditKey = (path: string): AuditKey => {
  const file = auditKeyFile(path);
  const key = readOrMake(file);
  if (!FORM.test(key)) {
    throw unavailable(
      'The file with the audit key holds something else.',
      `Put ${file} back from where you keep it. Deleting it starts a new key, and older events can no longer be verified.`,
    );
  }
  const bytes = Buffer.from(key, 'hex');
  return {
    id: createHash('sha256').update(bytes).digest('hex').slice(0, 8),
    seal: (previous, event) => createHmac('sha256', bytes).update(previous).update('\n').update(event).digest('hex'),
  };
};

const readOrMake = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unreadable(file, error);
  }
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    writeThrough(draft, `${randomBytes(BYTES).toString('hex')}\n`);
    linkSync(draft, file);
    syncFolder(dirname(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unreadable(file, error);
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
};

/** On the disk before anything is sealed with it: a power cut would leave an empty file, and a store that cannot be opened. */
const writeThrough = (path: string, text: string): void => {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

const syncFolder = (folder: string): void => {
  // Windows opens no folders; there the name is as safe as the file.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const unreadable = (file: string, cause: unknown) =>
  unavailable(
    'The file with the audit key cannot be read or made.',
    `Check that this user may read and write ${file}.`,
    cause,
  );
