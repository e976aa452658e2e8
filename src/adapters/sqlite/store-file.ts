import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { refused, unavailable } from './errors.ts';

/** `HONE` in ASCII, at byte 68 of every store: other applications' databases are not ours to change. */
export const APPLICATION_ID = 0x484f4e45;

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
const APPLICATION_ID_OFFSET = 68;
const ELSEWHERE = 'Name another file with --store or HONE_STORE.';

/**
 * Makes an empty store file for this user only when there is none, else checks that the file is a store, by its
 * bytes: a database engine may change a file just by opening it.
 *
 * @throws HoneError STORE_UNAVAILABLE when the path is a folder, another kind of file, or cannot be made or read.
 */
export const prepareStoreFile = (path: string): void => {
  try {
    refuseLink(path);
    makeWhenAbsent(path);
    const facts = statSync(path);
    if (facts.isDirectory()) throw unavailable('The path of the store is a folder.', `${ELSEWHERE} It needs a file.`);
    // A pipe or a device would be waited for without end, or swallow what it is given.
    if (!facts.isFile()) throw unavailable('The path of the store is no plain file.', `${ELSEWHERE} It needs a file.`);
    checkHeader(path);
    // The engine would open a file that it may not write, and say so at the first write only.
    for (const place of [path, dirname(path)]) accessSync(place, constants.R_OK | constants.W_OK);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw unavailable(
      'The file of the store cannot be read and written.',
      `Check that its folder exists and that this user may write in it. ${ELSEWHERE}`,
      error,
    );
  }
};

/** One file under two names has two logs, and what is acknowledged under one is lost under the other. */
const refuseLink = (path: string): void => {
  const facts = lstatSync(path, { throwIfNoEntry: false });
  if (facts?.isSymbolicLink()) {
    throw refused(
      'The path of the store is a symbolic link. What it leads to was left as it is.',
      'Name the file itself with --store or HONE_STORE, or link its folder.',
    );
  }
  if (facts?.isFile() && facts.nlink > 1) {
    throw refused(
      'The file of the store has a second name (a hard link). It was left as it is.',
      'Copy it with `hone backup` or remove the other name.',
    );
  }
  for (const log of [`${path}-wal`, `${path}-shm`, `${path}-journal`]) {
    if (lstatSync(log, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw refused(
        'A log beside the store is a symbolic link. What it leads to was left as it is.',
        `Find out who made it, and remove ${log}.`,
      );
    }
  }
};

const makeWhenAbsent = (path: string): void => {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    closeSync(openSync(path, 'wx', 0o600));
    chmodSync(path, 0o600);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
};

/** Step by step: Node's own recursive way never returns where a file system takes no folders at all, such as `/proc`. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
    // The umask can take away more than wanted from what we made ourselves; nothing of others is touched.
    chmodSync(folder, 0o700);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
};

const checkHeader = (path: string): void => {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  let length: number;
  try {
    length = readSync(file, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(file);
  }
  if (length === 0) return;
  if (length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw refused('The path of the store holds a file that is no Hone store. It was left as it is.', ELSEWHERE);
  }
  if (header.readUInt32BE(APPLICATION_ID_OFFSET) !== APPLICATION_ID) {
    throw refused("The path of the store holds another application's database. It was left as it is.", ELSEWHERE);
  }
};
