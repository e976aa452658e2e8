import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { HoneError } from '../../domain/error.ts';
import { putMarkedBlock } from '../../domain/export/marked-block.ts';

/**
 * Writes a whole file or none of it.
 *
 * @throws HoneError CONFLICT when the file exists, unless `force`; INVALID_INPUT when it cannot be written.
 */
export const writeNewFile = async (folder: string, name: string, text: string, force: boolean): Promise<void> => {
  const path = resolve(folder, name);
  if (!force && (await exists(path))) {
    throw new HoneError('CONFLICT', 'The file exists already.', 'Name another one, or write over it with --force.');
  }
  await replace(path, text);
};

/** Puts lessons into the marked block of a Markdown file; all else in it stays as it is. */
export const writeMarkedBlock = async (folder: string, name: string, lessons: string): Promise<void> => {
  const path = resolve(folder, name);
  const before = (await exists(path)) ? await readFile(path, 'utf8').catch(cannotWrite) : '# Lessons learned\n';
  await replace(path, putMarkedBlock(before, lessons));
};

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A reader never sees half a file, and a full disk leaves the old one. */
const replace = async (path: string, text: string): Promise<void> => {
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, text, { flag: 'wx' });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    cannotWrite(error);
  }
};

const cannotWrite = (error: unknown): never => {
  throw new HoneError(
    'INVALID_INPUT',
    'The file cannot be written.',
    'Check that its folder exists, that you may write there, and that the disk has room.',
    { cause: error },
  );
};
