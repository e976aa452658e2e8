import { readdir } from 'node:fs/promises';
import { extname, join, relative, resolve } from 'node:path';
import { HoneError } from '../../domain/error.ts';
import type { Caller, Services } from '../../use-cases/services.ts';
import { ContentRefused } from './content-refused.ts';
import { type ImportFileOptions, type ImportReport, importFile } from './import-file.ts';
import { readTextFile } from './read-text-file.ts';

/** What became of one file of a folder: an account of it, or why it could not be read. */
export type FolderPart = { readonly file: string } & (ImportReport | { readonly error: string });

const ENDINGS = ['.md', '.mdc'];
const DEEPEST = 4;
const MOST_FILES = 500;

/**
 * The Markdown files of a folder, by name: rules of an editor, skills, the memory of a client. A file that cannot be read is
 * named, and the others go on.
 *
 * @throws HoneError INVALID_INPUT without any, TOO_LARGE for more than 500
 */
export const importFolder = async (
  /** Called once there is something to read. */
  open: () => Promise<readonly [Services, Caller]>,
  folder: string,
  options: ImportFileOptions,
): Promise<FolderPart[]> => {
  const root = resolve(folder);
  const files = (await markdownIn(root, DEEPEST)).sort();
  if (files.length === 0) {
    throw new HoneError(
      'INVALID_INPUT',
      'No Markdown file lies in the folder.',
      'Name a file, or a folder with .md or .mdc files.',
    );
  }
  if (files.length > MOST_FILES) {
    throw new HoneError(
      'TOO_LARGE',
      `More than ${MOST_FILES} files lie in the folder.`,
      'Name one of the folders in it.',
    );
  }
  const [services, caller] = await open();
  const parts: FolderPart[] = [];
  for (const path of files) {
    const file = relative(root, path);
    try {
      const text = await readTextFile(root, path);
      parts.push({ file, ...(await importFile(services, caller, { text, format: 'markdown' }, options)) });
    } catch (error) {
      if (!(error instanceof HoneError) || error.code === 'FORBIDDEN' || error instanceof ContentRefused) throw error;
      if (error.code === 'BUSY' || error.code === 'STORE_UNAVAILABLE') throw error;
      parts.push({ file, error: `${error.code}: ${error.message}` });
    }
  }
  return parts;
};

const markdownIn = async (folder: string, deep: number): Promise<string[]> => {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(unreadable)) {
    const path = join(folder, entry.name);
    if (entry.isFile() && ENDINGS.includes(extname(entry.name).toLowerCase())) found.push(path);
    if (entry.isDirectory() && deep > 1 && !/^(?:\.git|node_modules)$/u.test(entry.name)) {
      found.push(...(await markdownIn(path, deep - 1)));
    }
  }
  return found;
};

const unreadable = (cause: unknown): never => {
  throw new HoneError('INVALID_INPUT', 'The folder cannot be read.', 'Check that you may read it.', { cause });
};
