import Database from 'better-sqlite3';
import { HoneError } from '../../domain/error.ts';

interface Refusal {
  readonly message: string;
  readonly hint: string;
}

/** By primary result code; extended codes (`SQLITE_IOERR_FSYNC`) begin with it. */
const UNAVAILABLE: readonly (readonly [code: string, refusal: Refusal])[] = [
  [
    'SQLITE_FULL',
    { message: 'The disk of the store is full.', hint: 'Make room, then repeat the call: nothing of it was kept.' },
  ],
  [
    'SQLITE_IOERR',
    {
      message: 'The store could not be read or written.',
      hint: 'Check the disk and `hone doctor`, then repeat the call with the same idempotency_key.',
    },
  ],
  [
    'SQLITE_CORRUPT',
    {
      message: 'The store is damaged.',
      hint: 'Stop every Hone process, copy the file away, and restore the last backup with `hone restore`.',
    },
  ],
  [
    'SQLITE_NOTADB',
    {
      message: 'The store is damaged, or is no database.',
      hint: 'Name another file with --store, or restore the last backup with `hone restore`.',
    },
  ],
  [
    'SQLITE_READONLY',
    {
      message: 'The store may not be written.',
      hint: 'Make the file and its folder writable for this user, or name another file with --store.',
    },
  ],
  [
    'SQLITE_CANTOPEN',
    {
      message: 'The store cannot be opened.',
      hint: 'Check that the folder exists and that this user may write in it, or name another file with --store.',
    },
  ],
  [
    'SQLITE_PERM',
    {
      message: 'The store may not be opened.',
      hint: 'Make the file and its folder writable for this user, or name another file with --store.',
    },
  ],
  [
    'SQLITE_PROTOCOL',
    {
      message: 'The lock of the store does not work.',
      hint: 'Keep the store on a local disk: network file systems do not lock reliably.',
    },
  ],
  [
    'SQLITE_NOMEM',
    {
      message: 'There was no memory left for the store.',
      hint: 'Free memory, then repeat the call with the same idempotency_key.',
    },
  ],
];

const DAMAGED: ReadonlySet<string> = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB']);

const codeOf = (error: unknown): string => (error instanceof Database.SqliteError ? error.code : '');

/** Another connection holds the lock: waiting helps. */
export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/u.test(codeOf(error));

/** After these a connection's picture of the file can be wrong; it must not be written through again. */
export const breaksConnection = (error: unknown): boolean =>
  /^SQLITE_(IOERR|CORRUPT|NOTADB|PROTOCOL|NOMEM)/u.test(codeOf(error));

export const busyStore = (cause?: unknown): HoneError =>
  new HoneError(
    'BUSY',
    'Other writers kept the store busy all the time that a write may wait.',
    'Repeat the call with the same idempotency_key.',
    { cause },
  );

export const unavailable = (message: string, hint: string, cause?: unknown): HoneError =>
  new HoneError('STORE_UNAVAILABLE', message, hint, { cause });

/** A store that is not one, or not as Hone made it: until a person has looked, nothing is written to it. */
export const refused = (message: string, hint: string, cause?: unknown): HoneError =>
  new HoneError('STORE_UNAVAILABLE', message, hint, { cause, lasting: true });

/** What a caller can act on; an error that is not SQLite's comes back as it is. */
export const toHoneError = (error: unknown): unknown => {
  const code = codeOf(error);
  if (code === '') return error;
  if (isBusy(error)) return busyStore(error);
  if (code === 'SQLITE_CONSTRAINT_TRIGGER') {
    return new HoneError('CONFLICT', 'What happened is never changed.', 'Record a new fact instead.', { cause: error });
  }
  if (code.startsWith('SQLITE_CONSTRAINT')) {
    return new HoneError(
      'CONFLICT',
      'This is in the store already, or rests on something that is not.',
      'Read what is there first; repeat a call only with the same idempotency_key.',
      { cause: error },
    );
  }
  const known = UNAVAILABLE.find(([prefix]) => code.startsWith(prefix));
  if (known === undefined) return error;
  const make = DAMAGED.has(known[0]) ? refused : unavailable;
  return make(known[1].message, known[1].hint, error);
};
