import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { HoneError } from '../../domain/error.ts';
import { noText } from '../../domain/import/file-format.ts';

const MEGABYTE = 1_048_576;
/** Ten thousand lessons are about 10 MB. */
const LARGEST = 64 * MEGABYTE;

/**
 * The text of a file that somebody named.
 *
 * @throws HoneError INVALID_INPUT for what is no readable text file, TOO_LARGE beyond 64 MB.
 */
export const readTextFile = async (folder: string, name: string): Promise<string> => {
  const path = resolve(folder, name);
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(error);
  });
  if (await leadsAway(path)) {
    throw new HoneError(
      'INVALID_INPUT',
      'What is named is a link to a file outside of its folder.',
      'Name the file itself: a link in a checkout could lead to anything that you may read.',
    );
  }
  if (!facts.isFile()) throw new HoneError('INVALID_INPUT', 'What is named is no file.', 'Name a file or a folder.');
  if (facts.size > LARGEST) {
    throw new HoneError(
      'TOO_LARGE',
      `The file has ${Math.ceil(facts.size / MEGABYTE)} MB; at most ${LARGEST / MEGABYTE} MB are read.`,
      'Split it into smaller files.',
    );
  }
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(error);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw error instanceof TypeError ? noText() : error;
  }
};

/** A link beside its target, as `CLAUDE.md` beside `AGENTS.md`, is the same file; one that leads elsewhere may be a trap. */
const leadsAway = async (path: string): Promise<boolean> => {
  if (!(await lstat(path)).isSymbolicLink()) return false;
  const inside = relative(await realpath(dirname(path)), await realpath(path));
  return inside.startsWith('..') || isAbsolute(inside);
};

const unreadable = (error: NodeJS.ErrnoException): HoneError =>
  new HoneError(
    'INVALID_INPUT',
    error.code === 'ENOENT' ? 'There is no such file.' : 'The file cannot be read.',
    'Check its name and that you may read it.',
    { cause: error },
  );
