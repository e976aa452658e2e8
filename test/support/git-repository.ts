import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

export const PERSON = 'Ann <ann@example.org>';
export const AGENT = 'Claude <noreply@anthropic.com>';

export interface GitRepository {
  readonly folder: string;
  git(...args: string[]): string;
  /** Writes these files (null: deletes) and commits them. Answers with the commit's id. */
  commit(files: Readonly<Record<string, string | null>>, by: { author?: string; coAuthor?: string }): string;
}

/** A real repository in a temporary folder. */
export const gitRepository = (): GitRepository => {
  const folder = temporaryFolder();
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  git('init', '--initial-branch=main');
  return {
    folder,
    git,
    commit: (files, { author = PERSON, coAuthor }) => {
      for (const [name, text] of Object.entries(files)) {
        const path = join(folder, name);
        mkdirSync(dirname(path), { recursive: true });
        if (text === null) rmSync(path);
        else writeFileSync(path, text);
      }
      git('add', '--all');
      const trailer = coAuthor === undefined ? '' : `\n\nCo-Authored-By: ${coAuthor}`;
      git('commit', '--allow-empty', `--author=${author}`, '-m', `a change${trailer}`);
      return git('rev-parse', 'HEAD').trim();
    },
  };
};

/** `first` to `last`, a line each. */
export const numbered = (first: number, last: number, word = 'line'): string =>
  Array.from({ length: last - first + 1 }, (_, index) => `${word} ${first + index}\n`).join('');
