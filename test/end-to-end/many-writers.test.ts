import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { addLessons, type ContractStore, newLesson } from '../contracts/samples.ts';
import { openTestStore, storePath } from '../support/open-test-store.ts';
import { startStoreWorker } from '../support/store-worker-process.ts';

const PROCESSES = 8;
const names = Array.from({ length: PROCESSES }, (_, index) => `w${index}`);
const linesOf = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];

/** What a reader sees now that no single write leaves behind. */
const halfWritten = async ({ stores }: ContractStore): Promise<string[]> => {
  const seen: string[] = [];
  const last = (await stores.lessons.list('app', { contains: 'w0_' })).items.at(-1)?.lesson_id;
  if (last !== undefined) {
    const terms = await stores.search.terms('app', [last]);
    const run = await stores.runs.findRun('app', last.replace('les_', 'run_'));
    if (terms.length === 0 || run === null) seen.push(last);
  }
  const shared = await stores.lessons.record('app', 'les_shared');
  if (shared?.triggers.length !== shared?.evidence.length) seen.push('les_shared');
  if (shared?.transitions.at(-1)?.to !== shared?.lesson.state) seen.push('state of les_shared');
  return seen;
};

describe('many processes on one file', () => {
  it('saves every write of every process, and readers never see half of one', async () => {
    const path = storePath();
    const writes = 50;
    const store = await openTestStore(path);
    await addLessons(store, newLesson('les_shared'));
    const workers = await Promise.all(
      names.map((name) => startStoreWorker({ path, name, first: 0, count: writes, acknowledged: `${path}.${name}` })),
    );
    const all = Promise.all(workers.map((worker) => worker.ended));
    let ended = false;
    void all.then(() => {
      ended = true;
    });
    for (const worker of workers) worker.go();

    const halves: string[] = [];
    while (!ended) {
      halves.push(...(await halfWritten(store)));
      await sleep(5);
    }

    expect((await all).map(({ code, errors }) => `${code}${errors}`)).toEqual(names.map(() => '0'));
    expect(halves).toEqual([]);
    const { total } = await store.stores.lessons.list('app', {});
    expect(total).toBe(PROCESSES * writes + 1);
    const shared = await store.stores.lessons.record('app', 'les_shared');
    expect(shared?.evidence).toHaveLength((PROCESSES * writes) / 2);
    expect(shared?.transitions).toHaveLength((PROCESSES * writes) / 2 + 1);
    expect((await store.stores.runs.listRuns('app', {})).total).toBe(PROCESSES * writes);
    expect((await store.stores.search.documentFrequencies('app', 'served', ['shared'])).get('shared')).toBe(400);
    expect(await store.stores.lessons.withoutVectors('app', 'model-a/q8/1', 10)).toHaveLength(1);
    expect((await store.inspection.facts()).damage).toBeNull();
  });

  it('makes one schema when all start at once on no file at all', async () => {
    const path = storePath();
    const workers = await Promise.all(
      names.map((name) => startStoreWorker({ path, name, first: 0, count: 1, acknowledged: `${path}.${name}` })),
    );
    for (const worker of workers) worker.go();
    const ends = await Promise.all(workers.map((worker) => worker.ended));
    expect(ends.map(({ code, errors }) => `${code}${errors}`)).toEqual(names.map(() => '0'));
    const store = await openTestStore(path);
    expect((await store.stores.lessons.list('app', {})).total).toBe(PROCESSES);
  });
});

describe('a process that is killed while it writes', () => {
  it('loses nothing that it acknowledged, and its repeated write counts once', async () => {
    const path = storePath();
    const acknowledged = `${path}.acknowledged`;
    const store = await openTestStore(path);
    await addLessons(store, newLesson('les_shared'));
    for (let round = 0; round < 20; round += 1) {
      const first = linesOf(acknowledged).length;
      const worker = await startStoreWorker({ path, name: 'w', first, count: 10_000, acknowledged });
      worker.go();
      // Somewhere in the middle of a write: where exactly differs each time, what must hold does not.
      while (linesOf(acknowledged).length < first + 1 + (round % 4)) await sleep(1);
      await sleep((round * 7) % 11);
      worker.kill();
      expect((await worker.ended).code).toBeNull();
      const kept = new Set((await store.stores.lessons.list('app', { contains: 'w_' })).items.map(({ rule }) => rule));
      expect(linesOf(acknowledged).filter((key) => !kept.has(key))).toEqual([]);
    }
    const keys = linesOf(acknowledged);
    const last = await startStoreWorker({ path, name: 'w', first: keys.length, count: 1, acknowledged });
    last.go();
    expect((await last.ended).code).toBe(0);
    expect(new Set(linesOf(acknowledged)).size).toBe(keys.length + 1);
    const { items, total } = await store.stores.lessons.list('app', { contains: 'w_' });
    expect(total).toBe(new Set(items.map(({ rule }) => rule)).size);
    expect(total).toBe(keys.length + 1);
    const shared = await store.stores.lessons.record('app', 'les_shared');
    expect(shared?.evidence).toHaveLength(Math.floor((keys.length + 1) / 2));
    expect((await store.inspection.facts()).damage).toBeNull();
    expect((await store.audit.verify([])).findings).toEqual([]);
  });

  it('leaves a store that opens, even when it was making it', async () => {
    for (let round = 0; round < 8; round += 1) {
      const path = storePath();
      const worker = await startStoreWorker({ path, name: 'w', first: 0, count: 10_000, acknowledged: `${path}.log` });
      worker.go();
      while (!existsSync(path)) await sleep(0);
      await sleep(round * 2);
      worker.kill();
      expect((await worker.ended).code).toBeNull();
      const store = await openTestStore(path);
      const { schemaVersion, newestSchemaVersion, damage } = await store.inspection.facts();
      expect([schemaVersion, damage]).toEqual([newestSchemaVersion, null]);
      await addLessons(store, newLesson('les_after'));
      expect((await store.audit.verify([])).findings).toEqual([]);
    }
  });
});
