import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addLessons, newLesson } from '../contracts/samples.ts';
import { openTestStore, storePath } from '../support/open-test-store.ts';

const script = join(import.meta.dirname, 'workers/store-worker.ts');

describe('a file that cannot grow any more', () => {
  it('refuses the write in words, keeps all that was acknowledged, and serves others on', async () => {
    const path = storePath();
    const acknowledged = `${path}.acknowledged`;
    const store = await openTestStore(path);
    await addLessons(store, newLesson('les_shared'));
    // The shell's limit on the size of a file stands for a full disk: the write fails in the kernel.
    const child = spawn('sh', [
      '-c',
      'ulimit -f 6000; exec "$@"',
      'sh',
      process.execPath,
      '--import',
      'tsx',
      script,
      path,
      'w',
      '0',
      '100000',
      acknowledged,
    ]);
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    await once(child.stdout, 'data');
    child.stdin.end('go\n');
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(errors).toContain('STORE_UNAVAILABLE');

    const keys = readFileSync(acknowledged, 'utf8').split('\n').slice(0, -1);
    expect(keys.length).toBeGreaterThan(0);
    const { items } = await store.stores.lessons.list('app', { contains: 'w_' });
    expect(items.map(({ rule }) => rule)).toEqual(expect.arrayContaining(keys));
    expect((await store.inspection.facts()).damage).toBeNull();
    await addLessons(store, newLesson('les_after'));
    expect(await store.stores.lessons.find('app', 'les_after')).not.toBeNull();
  });
});
