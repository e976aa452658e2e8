import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addLessons, along, MODEL, newLesson } from '../../contracts/samples.ts';
import { openTestStore, storePath } from '../../support/open-test-store.ts';

describe('what can be seen of a store', () => {
  it('is its kind, place, schema and settings', async () => {
    const path = storePath();
    const { inspection } = await openTestStore(path);
    expect([inspection.kind, inspection.location]).toEqual(['sqlite', path]);
    const facts = await inspection.facts();
    expect(facts.schemaVersion).toBe(facts.newestSchemaVersion);
    expect(facts.settings.map(({ name }) => name)).toEqual(['journal_mode', 'synchronous', 'foreign_keys']);
    for (const { value, wanted } of facts.settings) expect(value).toBe(wanted);
    expect(facts.damage).toBeNull();
    expect(facts.sizeBytes + facts.walBytes).toBeGreaterThan(0);
    expect(facts.freeDiskBytes).toBeGreaterThan(0);
    expect(facts.exposedFiles).toEqual([]);
  });

  it('is how many lessons are searched, and how many of them by vectors', async () => {
    const store = await openTestStore();
    const vectors = { vectors: [{ kind: 'text' as const, vector: along(1) }], model: MODEL };
    await addLessons(
      store,
      newLesson('les_a', {}, vectors),
      newLesson('les_b', { project: 'other' }),
      newLesson('les_c', { state: 'retired' }, vectors),
    );
    expect(await store.inspection.facts()).toMatchObject({ lessons: 2, lessonsWithVectors: 1 });
  });

  it('is which of its files others can read', async () => {
    const path = storePath();
    const store = await openTestStore(path);
    chmodSync(`${path}-wal`, 0o640);
    expect((await store.inspection.facts()).exposedFiles).toEqual([`${path}-wal`]);
  });

  it('is that it is damaged, without saying what is in it', async () => {
    const path = storePath();
    const first = await openTestStore(path);
    await addLessons(
      first,
      ...Array.from({ length: 300 }, (_, index) => newLesson(`les_${index}`, { why: 'private '.repeat(50) })),
    );
    await first.close();
    const bytes = readFileSync(path);
    const page = 4_096;
    writeFileSync(path, bytes.fill(0x5a, bytes.length - 40 * page, bytes.length - 20 * page));
    const { damage } = await (await openTestStore(path)).inspection.facts();
    expect(damage).toMatch(/file/u);
    expect(damage).not.toContain('private');
  });
});
