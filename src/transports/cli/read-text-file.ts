import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
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

const unreadable = (error: NodeJS.ErrnoException): HoneError =>
  new HoneError(
    'INVALID_INPUT',
    error.code === 'ENOENT' ? 'There is no such file.' : 'The file cannot be read.',
    'Check its name and that you may read it.',
    { cause: error },
  );
