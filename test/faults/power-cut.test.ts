import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { startStoreWorker } from '../support/store-worker-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { mayMount, mount, unmount } from './mounted.ts';

const ROUNDS = Number(process.env.HONE_POWER_CUTS ?? 3);
const linesOf = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];

describe.runIf(mayMount)('a power cut', () => {
  it(`loses nothing that was acknowledged, in ${ROUNDS} cuts`, async () => {
    const folder = temporaryFolder();
    for (let round = 0; round < ROUNDS; round += 1) {
      const [image, cut] = [join(folder, `disk-${round}`), join(folder, `cut-${round}`)];
      const [live, after] = [join(folder, `live-${round}`), join(folder, `after-${round}`)];
      execFileSync('sh', ['-c', `truncate -s 48M "${image}" && mkfs.ext4 -q "${image}"`]);
      mount(live, '-o', 'loop', image);
      const acknowledged = join(folder, `acknowledged-${round}`);
      const worker = await startStoreWorker({
        path: join(live, 'hone.db'),
        name: 'w',
        first: 0,
        count: 100_000,
        acknowledged,
      });
      worker.go();
      while (linesOf(acknowledged).length < 20 + 7 * round) await sleep(2);
      await sleep((round * 13) % 17);
      // A copy takes longer than a cut: nobody writes meanwhile, or it would hold two moments at once.
      worker.freeze();
      // What the disk holds at this moment: whatever was only in memory is not in the copy.
      const before = linesOf(acknowledged);
      copyFileSync(image, cut);
      worker.kill();
      await worker.ended;
      unmount(live);

      mount(after, '-o', 'loop', cut);
      const store = await openSqliteStore({ path: join(after, 'hone.db') });
      const kept = new Set((await store.stores.lessons.list('app', { contains: 'w_' })).items.map(({ rule }) => rule));
      const { damage } = await store.inspection.facts();
      await store.close();
      unmount(after);
      expect(before.filter((key) => !kept.has(key))).toEqual([]);
      expect(damage).toBeNull();
    }
  });
});
