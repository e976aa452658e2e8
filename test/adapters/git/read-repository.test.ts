import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factsOfFolder } from '../../../src/adapters/git/project-of-folder.ts';
import { readRepository } from '../../../src/adapters/git/read-repository.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const git = (folder: string, ...args: string[]): void =>
  void execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { stdio: 'ignore' });

describe('readRepository', () => {
  it('reads the same project as git itself, and the branch', async () => {
    const folder = temporaryFolder();
    git(folder, 'init', '-b', 'main');
    git(folder, 'remote', 'add', 'upstream', 'https://example.com/other/app.git');
    git(folder, 'remote', 'add', 'origin', 'git@Example.com:acme/app.git');
    mkdirSync(join(folder, 'src/deep'), { recursive: true });
    const found = readRepository(join(folder, 'src/deep'));
    expect(found).toEqual({ project: 'example.com/acme/app', branch: 'main', top: folder });
    expect((await factsOfFolder(folder)).remote).toBe(found.project);
  });

  it('follows a linked work tree to its repository', () => {
    const folder = temporaryFolder();
    git(folder, 'init', '-b', 'main');
    git(folder, 'remote', 'add', 'origin', 'https://example.com/acme/app.git');
    git(folder, 'commit', '--allow-empty', '-m', 'x');
    const tree = join(temporaryFolder(), 'tree');
    git(folder, 'worktree', 'add', tree, '-b', 'fix/empty-config');
    expect(readRepository(tree)).toMatchObject({ project: 'example.com/acme/app', branch: 'fix/empty-config' });
  });

  it('names a folder outside git, or without a remote, by its name', () => {
    const folder = temporaryFolder();
    expect(readRepository(folder)).toEqual({ project: basename(folder), branch: null, top: folder });
    git(folder, 'init', '-b', 'main');
    expect(readRepository(folder).project).toBe(basename(folder));
  });
});
