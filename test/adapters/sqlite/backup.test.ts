import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addLessons, newLesson } from '../../contracts/samples.ts';
import { openTestStore, storePath } from '../../support/open-test-store.ts';

describe('a backup', () => {
  it('is a whole store of its own, for this user only', async () => {
    const store = await openTestStore();
    await addLessons(store, newLesson('les_a'));
    const copy = storePath();
    await store.backup.make(copy, { withKey: false });
    expect((statSync(copy).mode & 0o777).toString(8)).toBe('600');
    expect(readdirSync(dirname(copy))).toHaveLength(1);
    const restored = await openTestStore(copy);
    expect((await restored.stores.lessons.list('app', {})).total).toBe(1);
    expect(await restored.stores.search.lexical('app', 'served', ['schema'], 5)).toEqual(['les_a']);
    expect((await restored.inspection.facts()).damage).toBeNull();
  });

  it('holds one moment, however much is written meanwhile', async () => {
    const store = await openTestStore();
    const padding = 'x'.repeat(1_000);
    const many = (name: string, count: number) =>
      Array.from({ length: count }, (_, index) => newLesson(`les_${name}${index}`, { why: padding }));
    await addLessons(store, ...many('before', 6_000));
    const copy = storePath();
    let copied = false;
    const copying = store.backup.make(copy, { withKey: false }).then(() => {
      copied = true;
    });
    let during = 0;
    while (!copied) {
      await addLessons(store, ...many(`during${during}_`, 2));
      during += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    await copying;
    const restored = await openTestStore(copy);
    const { total } = await restored.stores.lessons.list('app', {});
    expect(total).toBe(6_000);
    expect((await restored.inspection.facts()).damage).toBeNull();
    expect((await store.stores.lessons.list('app', {})).total).toBe(6_000 + 2 * during);
  });

  it('overwrites nothing', async () => {
    const store = await openTestStore();
    const copy = storePath();
    writeFileSync(copy, 'mine');
    await expect(store.backup.make(copy, { withKey: false })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(statSync(copy).size).toBe('mine'.length);
  });

  it('says so when it cannot be written, and leaves nothing', async () => {
    const store = await openTestStore();
    const file = join(dirname(storePath()), 'none', 'copy.db');
    await expect(store.backup.make(file, { withKey: false })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(existsSync(file)).toBe(false);
  });
});
