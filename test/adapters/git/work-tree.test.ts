import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workTree } from '../../../src/adapters/git/work-tree.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const repository = (): string => {
  const folder = temporaryFolder();
  execFileSync('git', ['init', '-q', folder]);
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/a.ts'), 'one\r\ntwo\n');
  return folder;
};

describe('the work tree', () => {
  it('reads lines of its files by their path from its top, also when called from below', async () => {
    const folder = repository();
    const tree = await workTree(join(folder, 'src'), 'app');
    expect(tree.project).toBe('app');
    expect(await tree.read('src/a.ts')).toEqual(['one', 'two', '']);
    expect(await tree.read('src\\a.ts')).toEqual(['one', 'two', '']);
    expect(await tree.read('src/b.ts')).toBeNull();
    expect(await tree.read('src')).toBeNull();
  });

  it('never reads outside of it, by no path and no link', async () => {
    const folder = repository();
    const outside = join(temporaryFolder(), 'secret');
    writeFileSync(outside, 'secret');
    symlinkSync(outside, join(folder, 'link'));
    const tree = await workTree(folder, 'app');
    for (const path of [outside, `../${outside}`, 'link', '..', '', '.', '../../../../etc/passwd', 'src/../../x']) {
      expect(await tree.read(path), path).toBeNull();
    }
  });

  it('reads no data', async () => {
    const folder = repository();
    writeFileSync(join(folder, 'logo.png'), Buffer.from([0x89, 0x50, 0xff, 0xfe]));
    writeFileSync(join(folder, 'big.txt'), 'x'.repeat(3 * 1024 * 1024));
    const tree = await workTree(folder, 'app');
    expect(await tree.read('logo.png')).toBeNull();
    expect(await tree.read('big.txt')).toBeNull();
  });

  it('is none outside git', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a'), 'x');
    const tree = await workTree(folder, 'app');
    expect([tree.project, await tree.read('a')]).toEqual([null, null]);
  });
});
