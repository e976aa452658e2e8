import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { remoteName } from './remote-name.ts';

export interface Repository {
  /** The project's name: by its remote (`origin`, else the first), else the top folder's. */
  readonly project: string;
  /** Null without git, or where no branch is checked out. */
  readonly branch: string | null;
  /** Top folder of the work tree; the folder itself outside git. */
  readonly top: string;
}

/** The same facts as `factsOfFolder`, read from git's files without starting git: a hook has no time for that. */
export const readRepository = (folder: string): Repository => {
  const found = gitFolder(resolve(folder));
  if (found === null) return { project: basename(folder), branch: null, top: folder };
  const common = commonFolder(found.git);
  const url = remoteUrl(textOf(join(common, 'config')));
  return {
    project: (url === null ? null : remoteName(url)) ?? basename(found.top),
    branch: /^ref: refs\/heads\/(.+)$/mu.exec(textOf(join(found.git, 'HEAD')))?.[1]?.trim() ?? null,
    top: found.top,
  };
};

const gitFolder = (start: string): { top: string; git: string } | null => {
  for (let top = start; ; top = dirname(top)) {
    const git = join(top, '.git');
    const kind = statSync(git, { throwIfNoEntry: false });
    if (kind?.isDirectory()) return { top, git };
    if (kind?.isFile()) {
      // A linked work tree or a submodule: the file says where its data lies.
      const where = /^gitdir:\s*(.+)$/mu.exec(textOf(git))?.[1]?.trim();
      return where === undefined ? null : { top, git: resolve(top, where) };
    }
    if (dirname(top) === top) return null;
  }
};

const commonFolder = (git: string): string => {
  const common = textOf(join(git, 'commondir')).trim();
  return common === '' ? git : resolve(git, common);
};

const remoteUrl = (config: string): string | null => {
  const urls = new Map<string, string>();
  let section = '';
  for (const line of config.split('\n')) {
    const header = /^\s*\[([^\]]+)\]/u.exec(line)?.[1];
    if (header !== undefined) section = header.trim();
    const url = /^\s*url\s*=\s*(.+?)\s*$/u.exec(line)?.[1];
    const remote = /^remote\s+"(.+)"$/u.exec(section)?.[1];
    if (url !== undefined && remote !== undefined) urls.set(remote, url.replace(/^"(.*)"$/u, '$1'));
  }
  return urls.get('origin') ?? [...urls.values()][0] ?? null;
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
