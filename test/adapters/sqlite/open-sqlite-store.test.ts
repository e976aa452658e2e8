import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { addLessons, newLesson } from '../../contracts/samples.ts';
import { openTestStore, storePath } from '../../support/open-test-store.ts';

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** A closed store with some lessons, all of it in its one file. */
const madeStore = async (): Promise<string> => {
  const path = storePath();
  const store = await openSqliteStore({ path });
  await addLessons(store, ...Array.from({ length: 50 }, (_, index) => newLesson(`les_${index}`)));
  await store.close();
  return path;
};

const refusal = async (path: string): Promise<{ code: string; message: string; hint: string }> => {
  try {
    await (await openSqliteStore({ path })).close();
  } catch (error) {
    return error as { code: string; message: string; hint: string };
  }
  throw new Error('it opened');
};

describe('a new store', () => {
  it.each([0o000, 0o022, 0o077])('is for this user only, under umask %o', async (umask) => {
    const path = join(dirname(storePath()), 'made', 'here', 'hone.db');
    const before = process.umask(umask);
    try {
      await openTestStore(path);
    } finally {
      process.umask(before);
    }
    expect(modeOf(dirname(path))).toBe('700');
    for (const suffix of ['', '-wal', '-shm']) expect(modeOf(path + suffix), suffix).toBe('600');
  });

  it('leaves a folder that was there as it is', async () => {
    const path = storePath();
    chmodSync(dirname(path), 0o755);
    await openTestStore(path);
    expect(modeOf(dirname(path))).toBe('755');
  });

  it('is made in an empty file too', async () => {
    const path = storePath();
    writeFileSync(path, '');
    const store = await openTestStore(path);
    await addLessons(store, newLesson('les_a'));
  });

  it('is found again with all that was in it', async () => {
    const store = await openTestStore(await madeStore());
    expect((await store.stores.lessons.list('app', {})).total).toBe(50);
  });
});

describe('a path that holds no store', () => {
  const contents: Record<string, string | Buffer> = {
    'a text file': 'my notes\n'.repeat(100),
    'a short file': 'x',
    'a file that only begins like a database': 'SQLite format 3\0',
    'a file of zeros': Buffer.alloc(8_192),
  };
  it.each(Object.keys(contents))('is refused and left as it is: %s', async (kind) => {
    const path = storePath();
    writeFileSync(path, contents[kind] ?? '', { mode: 0o644 });
    expect(await refusal(path)).toMatchObject({ code: 'STORE_UNAVAILABLE', hint: expect.stringContaining('--store') });
    expect(readFileSync(path)).toEqual(Buffer.from(contents[kind] ?? ''));
    expect(readdirSync(dirname(path))).toHaveLength(1);
    expect(modeOf(path)).toBe('644');
  });

  it('is refused when it is a folder', async () => {
    const path = storePath();
    mkdirSync(path);
    expect(await refusal(path)).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('folder'),
    });
  });

  it.runIf(process.platform === 'linux').each([
    ['lies where no folders can be made', '/proc/hone/deep/hone.db', 'cannot be read and written'],
    ['is a device', '/dev/null', 'no plain file'],
  ])('is refused at once when it %s', async (_, path, words) => {
    await expect(openSqliteStore({ path })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining(words),
    });
  });

  it('is refused when a file stands where its folder should be', async () => {
    const path = storePath();
    writeFileSync(path, 'a file');
    expect((await refusal(join(path, 'hone.db'))).code).toBe('STORE_UNAVAILABLE');
    expect(readFileSync(path, 'utf8')).toBe('a file');
  });

  it.each(['delete', 'wal'])("is refused when it is another application's database in %s mode", async (mode) => {
    const path = storePath();
    const other = new Database(path);
    other.pragma(`journal_mode = ${mode}`);
    other.exec('CREATE TABLE note (text TEXT)');
    other.close();
    const before = readFileSync(path);
    expect((await refusal(path)).message).toContain('another application');
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(dirname(path))).toHaveLength(1);
  });
});

describe('a store that cannot be used', () => {
  it('is refused when a newer Hone made it, and left as it is', async () => {
    const path = await madeStore();
    const newer = new Database(path);
    newer.prepare("INSERT INTO migration VALUES (999, 'm999', 'later')").run();
    newer.close();
    const before = readFileSync(path);
    expect(await refusal(path)).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('newer Hone'),
      hint: expect.stringContaining('Update'),
    });
    expect(readFileSync(path)).toEqual(before);
  });

  it('says that it is damaged when pages are overwritten', async () => {
    const path = await madeStore();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0x5a, 4_096));
    expect(await refusal(path)).toMatchObject({ code: 'STORE_UNAVAILABLE', hint: expect.stringContaining('restore') });
  });

  it('says that it is damaged when its end is missing', async () => {
    const path = await madeStore();
    truncateSync(path, 3 * 4_096);
    expect(await refusal(path)).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('damaged'),
    });
  });

  it('stops writing when its file is taken away, and acknowledges nothing', async () => {
    const path = storePath();
    const store = await openTestStore(path);
    await addLessons(store, newLesson('les_a'));
    const { renameSync } = await import('node:fs');
    renameSync(path, `${path}.away`);
    await expect(addLessons(store, newLesson('les_b'))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(existsSync(path)).toBe(false);
    renameSync(`${path}.away`, path);
    await addLessons(store, newLesson('les_b'));
    expect((await store.stores.lessons.list('app', {})).total).toBe(2);
  });

  it.each([
    ['the file is read-only', 0o400, 0o700],
    ['the folder is read-only', 0o600, 0o500],
  ])('is refused in words when %s', async (_, fileMode, folderMode) => {
    const path = await madeStore();
    chmodSync(path, fileMode);
    chmodSync(dirname(path), folderMode);
    const { stdout, stderr } = openAsPlainUser(path);
    chmodSync(dirname(path), 0o700);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^STORE_UNAVAILABLE .* writ/u);
  });
});

/** Nothing is read-only for the superuser, so a superuser's test opens the store as somebody else. */
const openAsPlainUser = (path: string): { stdout: string; stderr: string } => {
  const script = join(import.meta.dirname, '../../support/open-and-report.ts');
  const superuser = process.getuid?.() === 0;
  const nobody = 65_534;
  if (superuser) spawnSync('chown', ['-R', `${nobody}`, dirname(path)]);
  return spawnSync(process.execPath, ['--import', 'tsx', script, path, superuser ? `${nobody}` : ''], {
    encoding: 'utf8',
  });
};
