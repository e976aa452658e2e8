import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeMarkedBlock, writeNewFile } from '../../../src/transports/cli/write-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('writeNewFile', () => {
  it('writes whole files, and over others only when told', async () => {
    const folder = temporaryFolder();
    await writeNewFile(folder, 'a.txt', 'one', false);
    await expect(writeNewFile(folder, 'a.txt', 'two', false)).rejects.toMatchObject({ code: 'CONFLICT' });
    await writeNewFile(folder, 'a.txt', 'three', true);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('three');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('says that it cannot write, and leaves nothing behind', async () => {
    const folder = temporaryFolder();
    await expect(writeNewFile(folder, 'no/where.txt', 'x', false)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('writeMarkedBlock', () => {
  it('starts a new file with a title, and keeps what others wrote', async () => {
    const folder = temporaryFolder();
    await writeMarkedBlock(folder, 'new.md', '## A');
    expect(readFileSync(join(folder, 'new.md'), 'utf8')).toMatch(/^# Lessons learned\n\n<!-- hone:begin/u);
    writeFileSync(join(folder, 'old.md'), 'ours\n');
    await writeMarkedBlock(folder, 'old.md', '## A');
    expect(readFileSync(join(folder, 'old.md'), 'utf8')).toMatch(/^ours\n\n<!-- hone:begin/u);
  });
});
