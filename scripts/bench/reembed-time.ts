import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figure.ts';
import { filledStore } from './filled-store.ts';
import { sampleLessons } from './sample-lessons.ts';
import { inFolder } from './served.ts';

const ROOT = join(import.meta.dirname, '../..');
const MODEL = join(ROOT, 'data/models/all-MiniLM-L6-v2');
const LESSONS = 1_000;
/** Killed once so many have new vectors. */
const KILLED_AT = LESSONS / 4;

interface Progress {
  readonly lessons: number;
  readonly made: number;
}

/** A model under another name is another model: all vectors are made anew, by a command that is killed on its way and started again. */
export const reembedTime = (say: (line: string) => void): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const store = join(folder, 'hone.db');
    copyFileSync(await filledStore(sampleLessons(LESSONS), say, { mixed: true }), store);
    const model = join(folder, 'another-model');
    cpSync(MODEL, model, { recursive: true });
    const args = [join(ROOT, 'dist/main.js'), 'reembed', '--store', store, '--model', model];
    const env = { PATH: process.env.PATH ?? '', HOME: folder, HONE_HOME: folder };
    const status = (): Progress =>
      JSON.parse(
        execFileSync(process.execPath, [...args, '--status', '--json'], { env, cwd: folder, encoding: 'utf8' }),
      );
    const start = (): ChildProcess => spawn(process.execPath, args, { env, cwd: folder, stdio: 'ignore' });

    const first = start();
    while (status().made < KILLED_AT) await new Promise((resolve) => setTimeout(resolve, 200));
    first.kill('SIGKILL');
    await once(first, 'close');
    const kept = status().made;
    const begun = performance.now();
    const [code] = await once(start(), 'close');
    const seconds = (performance.now() - begun) / 1_000;
    const { made } = status();
    return [
      {
        name: 're-embedding, lessons a second, the start included',
        value: Math.round((made - kept) / seconds),
        unit: 'count',
        n: made - kept,
      },
      {
        name: 're-embedded lessons that a kill took back',
        value: Math.max(0, KILLED_AT - kept),
        unit: 'count',
        n: kept,
        target: { side: 'most', value: 0 },
      },
      {
        name: 'lessons without a new vector after the second run',
        value: LESSONS - made + Number(code),
        unit: 'count',
        n: LESSONS,
        target: { side: 'most', value: 0 },
      },
    ];
  });
