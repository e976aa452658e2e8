import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, realpath, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { HoneError } from '../../domain/error.ts';
import type { LessonGroup } from '../../domain/export/lesson-groups.ts';
import { putMarkedBlock } from '../../domain/export/marked-block.ts';
import { emptiedSkill, skillFile } from '../../domain/export/skill-file.ts';

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

/**
 * Puts lessons into the marked block of a Markdown file; all else in it stays as it is.
 *
 * @throws HoneError CONFLICT for a block without an end; INVALID_INPUT when the file is no text, or cannot be written.
 */
export const writeMarkedBlock = async (folder: string, name: string, lessons: string): Promise<void> => {
  const path = resolve(folder, name);
  const before = await readOrNull(path);
  await replace(path, putMarkedBlock(before ?? newFile(path), lessons));
};

/** A rule file of an editor says when it is read; others begin with a heading. */
const newFile = (path: string): string =>
  extname(path).toLowerCase() === '.mdc'
    ? '---\ndescription: What this team learned\nglobs:\nalwaysApply: true\n---\n'
    : '# Lessons learned\n';

/**
 * Writes one folder with a `SKILL.md` for each group, and empties those of groups that are no more. Other files stay.
 *
 * @throws HoneError as `writeMarkedBlock`
 */
export const writeSkills = async (folder: string, name: string, groups: readonly LessonGroup[]): Promise<void> => {
  const root = resolve(folder, name);
  for (const group of groups) {
    const path = join(root, group.name, SKILL);
    const before = await readOrNull(path);
    await mkdir(dirname(path), { recursive: true }).catch(cannotWrite);
    await replace(path, skillFile(before, group));
  }
  for (const old of await readdir(root).catch(() => [])) {
    if (old.endsWith('-lessons') && !groups.some((group) => group.name === old)) await empty(join(root, old, SKILL));
  }
};

const SKILL = 'SKILL.md';

const empty = async (path: string): Promise<void> => {
  const before = await readOrNull(path);
  if (before === null) return;
  const left = emptiedSkill(before);
  if (left === before) return;
  if (left !== null) return replace(path, left);
  await rm(path);
  // A folder with other files in it stays.
  await rmdir(dirname(path)).catch(() => {});
};

/** Null: there is no file. */
const readOrNull = async (path: string): Promise<string | null> => {
  if (!(await exists(path))) return null;
  const bytes = await readFile(path).catch(cannotWrite);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new HoneError(
      'INVALID_INPUT',
      'The file is no text in UTF-8, so nothing was put into it.',
      'Save it as UTF-8, or name another file.',
    );
  }
};

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A reader never sees half a file, and a full disk leaves the old one. A link still leads to its file, with its rights. */
const replace = async (named: string, text: string): Promise<void> => {
  const path = await realpath(named).catch(() => named);
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    const mode = (await stat(path).catch(() => null))?.mode;
    await writeFile(draft, text, { flag: 'wx' });
    if (mode !== undefined) await chmod(draft, mode & 0o777);
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
