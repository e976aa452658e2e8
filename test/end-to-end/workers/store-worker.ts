/**
 * A process that writes to a store as one client of many: `store-worker.ts STORE NAME FIRST COUNT ACKNOWLEDGED`.
 *
 * Says `loaded`, waits for a line, then does the writes FIRST … FIRST + COUNT - 1, each under its own idempotency key.
 * A write's key goes to the file ACKNOWLEDGED, synced, only after the store said that the write is done.
 */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import type { Stores } from '../../../src/ports/unit-of-work.ts';
import {
  along,
  MODEL,
  minute,
  newLesson,
  sampleRecall,
  sampleRun,
  sampleStep,
  sampleTask,
} from '../../contracts/samples.ts';

const [path = '', name = '', first = '', count = '', acknowledged = ''] = process.argv.slice(2);
process.stdout.write('loaded\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
process.stdin.unref();

const store = await openSqliteStore({ path });
const log = openSync(acknowledged, 'a');

const addOne = async (stores: Stores, number: number): Promise<void> => {
  const id = `${name}_${number}`;
  const lesson = { lesson_id: `les_${id}`, rule: id };
  const vectors = [{ kind: 'text' as const, vector: along(number % 384) }];
  await stores.lessons.add(newLesson(`les_${id}`, lesson, { text: ['shared', `own${number}`], vectors, model: MODEL }));
  await stores.runs.addTask(sampleTask(`task_${id}`));
  await stores.runs.addRun(sampleRun(`run_${id}`, `task_${id}`));
  await stores.runs.addRecall(sampleRecall(`rec_${id}`, `run_${id}`));
};

const addToOthers = async (stores: Stores, number: number): Promise<void> => {
  const target = 'les_shared';
  const at = minute(number);
  await stores.lessons.addEvidence('app', target, { kind: 'ci', ref: `${name}_${number}`, by: name, at });
  await stores.lessons.addTrigger(
    'app',
    target,
    { text: `${name}_${number}`, at, source: 'person' },
    { terms: ['again'], vector: null },
  );
  const from = (await stores.lessons.find('app', target))?.state ?? 'active';
  const to = from === 'active' ? 'disputed' : 'active';
  await stores.lessons.move('app', sampleStep(target, { from, to, reason: `${name}_${number}`, at }));
};

for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
  const key = `${name}_${number}`;
  const slot = { project: 'app', principal: name, verb: 'write', key };
  await store.unitOfWork.write(async (stores) => {
    await stores.directory.addProject('app', minute(0));
    if ((await stores.answers.find(slot)) !== null) return;
    await addOne(stores, number);
    if (number % 2 === 1 && (await stores.lessons.find('app', 'les_shared')) !== null)
      await addToOthers(stores, number);
    await stores.answers.keep(slot, { fingerprint: key, answer: '{}', at: minute(number) });
  });
  writeSync(log, `${key}\n`);
  fsyncSync(log);
}
closeSync(log);
await store.close();
