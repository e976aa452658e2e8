import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { SourceTree } from '../../ports/source-tree.ts';
import { runGit } from './run-git.ts';

/** Sources are smaller; what is larger is data, and nobody cites lines of it. */
const LARGEST = 2 * 1024 * 1024;

/** No repository: nothing can be said of citations. */
export const noWorkTree: SourceTree = { project: null, read: async () => null };

/** The work tree that holds the folder, as the repository of `project`; none outside git. */
export const workTree = async (folder: string, project: string): Promise<SourceTree> => {
  const top = await topOf(folder);
  return top === null ? noWorkTree : { project, read: (path) => readInside(top, path) };
};

const topOf = async (folder: string): Promise<string | null> => {
  try {
    return await realpath((await runGit(folder, ['rev-parse', '--show-toplevel'])).trim());
  } catch {
    return null;
  }
};

/** Paths come from lessons, which anybody may have written: neither `..` nor a link leads out. */
const readInside = async (top: string, path: string): Promise<readonly string[] | null> => {
  try {
    const real = await realpath(join(top, path.replaceAll('\\', '/')));
    const inside = relative(top, real);
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
    const facts = await stat(real);
    if (!facts.isFile() || facts.size > LARGEST) return null;
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(real)).split(/\r?\n/u);
  } catch {
    return null;
  }
};
