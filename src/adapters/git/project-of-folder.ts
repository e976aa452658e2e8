import { basename } from 'node:path';
import { remoteName } from './remote-name.ts';
import { runGit } from './run-git.ts';

export interface FolderFacts {
  /** The repository's name by its remote (`origin`, else the first); null without one. */
  readonly remote: string | null;
  /** Name of the work tree's top folder, or of the folder itself outside git. */
  readonly folderName: string;
  /** git's user.name; null when none is set. */
  readonly userName: string | null;
}

/** What git knows of a folder. Never fails: without git, or outside a work tree, only the folder's name is left. */
export const factsOfFolder = async (folder: string): Promise<FolderFacts> => {
  const settings = parseSettings(
    (await git(folder, ['config', '-z', '--get-regexp', '^(remote\\..*\\.url|user\\.name)$'])) ?? '',
  );
  const url = settings.get('remote.origin.url') ?? [...settings].find(([key]) => key.startsWith('remote.'))?.[1];
  const remote = url === undefined ? null : remoteName(url);
  const top = remote === null ? await git(folder, ['rev-parse', '--show-toplevel']) : null;
  return {
    remote,
    folderName: basename(top?.trim() || folder),
    userName: settings.get('user.name')?.trim() || null,
  };
};

/** `key\nvalue\0` pairs; the last value of a key counts, as in git. */
const parseSettings = (output: string): Map<string, string> =>
  new Map(
    output
      .split('\0')
      .filter((entry) => entry.includes('\n'))
      .map((entry) => [entry.slice(0, entry.indexOf('\n')), entry.slice(entry.indexOf('\n') + 1)]),
  );

const git = (folder: string, args: readonly string[]): Promise<string | null> => runGit(folder, args).catch(() => null);
