import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factsOfFolder } from '../../../src/adapters/git/project-of-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const git = (folder: string, ...args: string[]): void => {
  execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' });
};

describe('factsOfFolder', () => {
  it('takes the remote and the user from git, below the top folder too', async () => {
    const folder = temporaryFolder();
    git(folder, 'init');
    git(folder, 'remote', 'add', 'upstream', 'https://github.com/other/app.git');
    git(folder, 'remote', 'add', 'origin', 'git@github.com:acme/app.git');
    git(folder, 'config', 'user.name', 'ann');
    mkdirSync(join(folder, 'src'));
    const facts = await factsOfFolder(join(folder, 'src'));
    expect(facts).toMatchObject({ remote: 'github.com/acme/app', userName: 'ann' });
  });

  it('takes another remote where there is no origin', async () => {
    const folder = temporaryFolder();
    git(folder, 'init');
    git(folder, 'remote', 'add', 'upstream', 'https://github.com/other/app.git');
    expect((await factsOfFolder(folder)).remote).toBe('github.com/other/app');
  });

  it('gives the name of the top folder in a repository without a remote', async () => {
    const folder = temporaryFolder();
    git(folder, 'init');
    mkdirSync(join(folder, 'src'));
    expect(await factsOfFolder(join(folder, 'src'))).toMatchObject({ remote: null, folderName: basename(folder) });
  });

  it('gives the name of the folder outside git, and of one that is not there', async () => {
    const folder = temporaryFolder();
    expect(await factsOfFolder(folder)).toMatchObject({ remote: null, folderName: basename(folder) });
    expect(await factsOfFolder(join(folder, 'absent'))).toMatchObject({ remote: null, folderName: 'absent' });
  });
});
