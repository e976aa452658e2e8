import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventHistory } from './event-history.ts';
import { type Figure, timed } from './figure.ts';
import { inFolder } from './served.ts';

const run = promisify(execFile);
const MAIN = join(import.meta.dirname, '../../dist/main.js');
/** With about 3.8 lines a run. */
const RUNS = 26_300;
const MOST_MS = 20_000;

/** Lines of events into an empty store, then once more, and out again: each by the real command, in a process of its own. */
export const eventImport = (): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const lines = eventHistory(RUNS).split('\n').slice(0, 100_000);
    const file = join(folder, 'history.jsonl');
    writeFileSync(file, lines.join('\n'));
    const hone = (...args: string[]): Promise<unknown> =>
      run(process.execPath, [MAIN, '--store', join(folder, 'hone.db'), '--project', 'app', ...args], {
        env: { ...process.env, HONE_HOME: folder, HONE_DENSE: 'off' },
      });
    const name = `${lines.length} lines of events`;
    const most = { target: { side: 'most', value: MOST_MS } } as const;
    return [
      { name: `${name}, imported`, value: await timed(() => hone('import', file)), unit: 'ms', n: 1, ...most },
      { name: `${name}, imported again`, value: await timed(() => hone('import', file)), unit: 'ms', n: 1, ...most },
      {
        name: `${name}, exported`,
        value: await timed(() => hone('export', join(folder, 'out.jsonl'))),
        unit: 'ms',
        n: 1,
      },
    ];
  });
