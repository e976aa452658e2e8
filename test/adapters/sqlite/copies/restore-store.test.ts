import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { load } from 'sqlite-vec';
import { describe, expect, it } from 'vitest';
import { restoreStore } from '../../../../src/adapters/sqlite/copies/restore-store.ts';
import { addLessons, minute, newLesson } from '../../../contracts/samples.ts';
import { openTestStore, storePath } from '../../../support/open-test-store.ts';

const now = (): string => '2026-11-24T12:00:00.000Z';
const restore = (file: string, target: string, more: { key?: string; replace?: boolean } = {}) =>
  restoreStore({ file, target, replace: false, now, ...more });

/** A closed store of one lesson and one token, and its backup with its key. */
const backedUp = async () => {
  const path = storePath();
  const store = await openTestStore(path);
  await addLessons(store, newLesson('les_a', { rule: 'Rule before' }));
  const token = { token_id: 'tok_a', name: 'ann', role: 'agent', projects: '*', created_by: 'kim' } as const;
  await store.unitOfWork.write(({ directory }) =>
    directory.addToken({ ...token, created_at: minute(0), expires_at: minute(99) }, 'ab'.repeat(32)),
  );
  const backup = storePath();
  const made = await store.backup.make(backup, { withKey: true });
  return { path, store, backup, made };
};

describe('a backup and its restoration', () => {
  it('verifies the copy, keeps its key beside it for this user only, and remembers where it is', async () => {
    const { store, backup, made } = await backedUp();
    expect(made).toMatchObject({ file: backup, key_file: `${backup}.key`, bytes: statSync(backup).size });
    expect(made.events).toBeGreaterThan(1);
    expect(statSync(`${backup}.key`).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(backup)).sort()).toEqual([basename(backup), `${basename(backup)}.key`]);
    expect(await store.backup.list()).toMatchObject([{ file: backup, found: true }]);
    await expect(store.backup.make(backup, { withKey: true })).rejects.toMatchObject({ code: 'CONFLICT' });
    rmSync(backup);
    expect(await store.backup.list()).toMatchObject([{ file: backup, found: false }]);
  });

  it('becomes a store in a new place, which verifies there', async () => {
    const { backup } = await backedUp();
    const target = storePath();
    const restored = await restore(backup, target);
    expect(restored).toMatchObject({ store: target, lessons: 1, replaced: null, ended_again: [] });
    const store = await openTestStore(target);
    expect((await store.stores.lessons.find('app', 'les_a'))?.rule).toBe('Rule before');
    expect((await store.audit.verify([])).ok).toBe(true);
    expect((await store.audit.events('', {})).items.at(-1)).toMatchObject({ verb: 'restore' });
    expect(readdirSync(dirname(target)).some((name) => name.includes('restoring'))).toBe(false);
  });

  it('never takes the place of a store by itself, nor of one that is in use', async () => {
    const { path, store, backup } = await backedUp();
    await addLessons(store, newLesson('les_b'));
    await expect(restore(backup, path)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('already'),
    });
    await expect(restore(backup, path, { replace: true })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('in use'),
    });
    expect(await store.stores.lessons.find('app', 'les_b')).not.toBeNull();
  });

  it('puts the old store aside whole, and ends what had ended since', async () => {
    const { path, store, backup } = await backedUp();
    await addLessons(store, newLesson('les_b'));
    await store.unitOfWork.write(({ directory }) => directory.endToken('tok_a', { at: minute(5), by: 'kim' }));
    await store.close();
    const { replaced, ended_again } = await restore(backup, path, { replace: true });
    expect(ended_again).toEqual(['tok_a']);
    const [now_, before] = [await openTestStore(path), await openTestStore(replaced ?? '')];
    expect(await now_.stores.lessons.find('app', 'les_b')).toBeNull();
    expect((await now_.stores.directory.findToken('tok_a'))?.ended_by).toBe('kim');
    expect((await now_.audit.verify([])).ok).toBe(true);
    expect(await before.stores.lessons.find('app', 'les_b')).not.toBeNull();
    expect((await before.audit.verify([])).ok).toBe(true);
  });

  it('takes the place of a damaged store', async () => {
    const { path, store, backup } = await backedUp();
    await store.close();
    writeFileSync(path, 'SQLite format 3\u0000garbage');
    const { replaced } = await restore(backup, path, { replace: true });
    expect(readFileSync(replaced ?? '').toString()).toContain('garbage');
    expect((await (await openTestStore(path)).stores.lessons.list('app', {})).total).toBe(1);
  });

  it.each([
    ['a flipped bit', (file: string) => flip(file, 'Rule before')],
    ['pages that are not pages', (file: string) => writeFileSync(file, readFileSync(file).fill(0x5a, 8_192, 40_960))],
    ['a cut end', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 50_000))],
    ['another file', (file: string) => writeFileSync(file, 'hello')],
    ['an empty file', (file: string) => writeFileSync(file, '')],
    ['an edited state', (file: string) => run(file, "UPDATE lesson SET state = 'provisional'")],
    ['a newer version', (file: string) => run(file, "INSERT INTO migration VALUES (9999, 'm', '2026')")],
  ])('is refused with %s, before anything else is touched', async (_what, harm) => {
    const { path, store, backup } = await backedUp();
    await store.close();
    harm(backup);
    const before = readFileSync(path);
    for (const target of [path, storePath()]) {
      await expect(restore(backup, target, { replace: true })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    }
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(dirname(path)).filter((name) => /restoring|replaced/u.test(name))).toEqual([]);
  });

  it('needs the right key, and finds the one beside the store', async () => {
    const { path, store, backup } = await backedUp();
    await store.close();
    const key = join(dirname(storePath()), 'kept.key');
    copyFileSync(`${backup}.key`, key);
    rmSync(`${backup}.key`);
    await expect(restore(backup, storePath())).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect((await restore(backup, storePath(), { key })).lessons).toBe(1);
    expect((await restore(backup, path, { replace: true })).lessons).toBe(1);
    writeFileSync(key, `${'0'.repeat(64)}\n`);
    await expect(restore(backup, storePath(), { key })).rejects.toMatchObject({
      message: expect.stringContaining('key'),
    });
    const missing = join(dirname(key), 'none');
    await expect(restore(backup, storePath(), { key: missing })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(existsSync(missing)).toBe(false);
    await expect(restore(missing, storePath())).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

const flip = (file: string, text: string): void => {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(text);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x01, at);
  writeFileSync(file, bytes);
};

const run = (file: string, sql: string): void => {
  const database = new Database(file);
  load(database);
  database.exec(sql);
  database.close();
};
