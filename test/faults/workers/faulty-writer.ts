/**
 * Writes while its disk fails: `faulty-writer.ts STORE COUNT_FILE FROM MOST`. For N = FROM, FROM + 1, … it lets the N-th change
 * of a file fail during one write of many rows, then does the write again under the same key on a sound disk. Ends when a
 * write met no failure. One line of JSON on stdout for each N.
 */
import { existsSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import { HoneError } from '../../../src/domain/error.ts';
import { minute, newLesson, sampleRecall, sampleRun, sampleTask } from '../../contracts/samples.ts';

const [path = '', countFile = '', from = '', most = ''] = process.argv.slice(2);
let stamp = 1_000;
const failAt = (n: number): void => {
  writeFileSync(countFile, String(n));
  // The count is read anew when the time of its file differs.
  stamp += 10;
  utimesSync(countFile, stamp, stamp);
};

failAt(0);
const store = await openSqliteStore({ path });
const write = (key: string): Promise<boolean> =>
  store.unitOfWork.write(async (stores) => {
    await stores.directory.addProject('app', minute(0));
    const slot = { project: 'app', principal: 'w', verb: 'write', key };
    if ((await stores.answers.find(slot)) !== null) return false;
    await stores.lessons.add(newLesson(`les_${key}`, { rule: key }, { text: ['shared', key] }));
    await stores.runs.addTask(sampleTask(`task_${key}`));
    await stores.runs.addRun(sampleRun(`run_${key}`, `task_${key}`));
    await stores.runs.addRecall(sampleRecall(`rec_${key}`, `run_${key}`));
    await stores.answers.keep(slot, { fingerprint: key, answer: '{}', at: minute(1) });
    return true;
  });

for (let n = Number(from); n <= Number(most); n += 1) {
  rmSync(`${countFile}.hit`, { force: true });
  failAt(n);
  const first = await write(`k${n}`).then(
    () => 'done',
    (error) => (error instanceof HoneError ? error.code : `unexpected ${String(error)}`),
  );
  const hit = existsSync(`${countFile}.hit`);
  failAt(0);
  const again = await write(`k${n}`).catch((error) => String(error));
  process.stdout.write(`${JSON.stringify({ n, hit, first, again })}\n`);
  if (!hit) break;
}
await store.close();
