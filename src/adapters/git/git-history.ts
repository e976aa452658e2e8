import { HoneError } from '../../domain/error.ts';
import type { Commit } from '../../domain/git/commit-author.ts';
import type { CodeHistory } from '../../ports/code-history.ts';
import { type DeletedLines, deletedLines } from './deleted-lines.ts';
import { runGit } from './run-git.ts';

const TIMEOUT_MS = 120_000;
const RANGE = /^(?!-)(?<base>[^\s.:^~?*[\\](?:(?!\.\.)[^\s:?*[\\])*)\.\.(?!\.)(?<head>[^\s.:?*[\\-][^\s:?*[\\]*)$/u;
const FIELD = '\x1f';
const RECORD = '\x1e';
/** Nothing that a repository or a user has set may change what is counted or run a program. */
const SETTINGS = ['-c', 'core.quotePath=false', '-c', 'blame.ignoreRevsFile=', '-c', 'diff.noprefix=false'];
const PATCH = ['-p', '-U0', '-w', '-M', '--no-color', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];

/** The repository in which `folder` lies. */
export const gitHistory = (folder: string): CodeHistory => {
  const git = (...args: string[]): Promise<string> => runGit(folder, [...SETTINGS, ...args], TIMEOUT_MS);
  const blame = async (base: string, at: string, path: string, ranges: readonly string[]): Promise<Lines> =>
    linesByCommit(await git('blame', '--porcelain', '-w', ...ranges, `${base}..${at}`, '--', path));

  return {
    async commits(range) {
      const { base, head } = await ends(git, range);
      const format = ['%H', '%an <%ae>', '%(trailers:key=Co-authored-by,valueonly)'].join(FIELD) + RECORD;
      const log = await git('log', '--no-merges', '--reverse', `--format=${format}`, `${base}..${head}`, '--');
      return log
        .split(RECORD)
        .map(commitOf)
        .filter(({ id }) => id !== '');
    },

    async replacedBy(range, commit) {
      const { base } = await ends(git, range);
      const patch = await git('diff-tree', '-r', ...PATCH, commit);
      const top = (await git('rev-parse', '--show-toplevel')).trim();
      const counts = new Map<string, number>();
      for (const { path, ranges } of deletedLines(patch)) {
        const lines = await blame(base, `${commit}^`, `${top}/${path}`, lineArguments(ranges));
        addTo(counts, lines);
      }
      return counts;
    },

    async standing(range) {
      const { base, head } = await ends(git, range);
      const list = await git(
        'diff',
        '--numstat',
        '-z',
        '-M',
        '--diff-filter=d',
        `${base}...${head}`,
        ...PATCH.slice(4),
      );
      const top = (await git('rev-parse', '--show-toplevel')).trim();
      const counts = new Map<string, number>();
      for (const path of textFiles(list)) addTo(counts, await blame(base, head, `${top}/${path}`, []));
      return counts;
    },
  };
};

type Lines = Map<string, number>;

/** Both ends as full ids, so that nothing else can be meant by them. */
const ends = async (
  git: (...args: string[]) => Promise<string>,
  range: string,
): Promise<{ base: string; head: string }> => {
  const named = RANGE.exec(range)?.groups;
  if (named === undefined) throw noRange('The range is not of the form BASE..HEAD.');
  const resolve = async (name: string): Promise<string> =>
    (await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`)).trim();
  try {
    return { base: await resolve(named.base ?? ''), head: await resolve(named.head ?? '') };
  } catch (error) {
    throw noRange('git knows no such commits here.', error);
  }
};

const noRange = (message: string, cause?: unknown): HoneError =>
  new HoneError(
    'INVALID_INPUT',
    message,
    'Name two commits or branches of this repository; a shallow clone must be fetched whole first. Example: --from-git main..HEAD',
    { cause },
  );

const commitOf = (record: string): Commit => {
  const [id = '', author = '', coAuthors = ''] = record.trim().split(FIELD);
  return { id, signers: [author, ...coAuthors.split('\n').filter((line) => line !== '')] };
};

const lineArguments = (ranges: DeletedLines['ranges']): string[] =>
  ranges.map(({ start, count }) => `-L${start},+${count}`);

/** Each line of a porcelain blame begins with the commit that wrote it; the line itself begins with a tab. */
const linesByCommit = (blame: string): Lines => {
  const lines: Lines = new Map();
  for (const line of blame.split('\n')) {
    const commit = /^([0-9a-f]{40,64}) \d+ \d+/u.exec(line)?.[1];
    if (commit !== undefined) lines.set(commit, (lines.get(commit) ?? 0) + 1);
  }
  return lines;
};

const addTo = (sum: Lines, more: Lines): void => {
  for (const [commit, lines] of more) sum.set(commit, (sum.get(commit) ?? 0) + lines);
};

/** Names in a `--numstat -z`; of a renamed file the new one. Files that are not text have no counts. */
const textFiles = (list: string): string[] => {
  const parts = list.split('\0');
  const files: string[] = [];
  for (let i = 0; i < parts.length; i += 1) {
    const [, added, path] = /^(\d+|-)\t(?:\d+|-)\t(.*)$/su.exec(parts[i] ?? '') ?? [];
    if (added === undefined) continue;
    if (path === '') i += 2;
    const name = path === '' ? parts[i] : path;
    if (added !== '-' && name !== undefined) files.push(name);
  }
  return files;
};
