import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const main = join(import.meta.dirname, '../../dist/main.js');
const LESSONS = [
  ['running the tests of a service', 'Run them with pnpm test, never with npm test'],
  ['changing the schema of a table', 'Write the migration and its way back in one file'],
  ['adding an endpoint', 'Declare its error codes in openapi.yaml first'],
] as const;

/** The built `hone serve --http` over a store with a few lessons, as a user starts it. */
export interface ServedHone {
  readonly url: string;
  /** How the same store is served over stdio, as clients write it down. */
  readonly stdio: {
    readonly command: string;
    readonly args: readonly string[];
    readonly env: Readonly<Record<string, string>>;
  };
  readonly lessonId: string;
  close(): Promise<void>;
}

export const serveHone = async (): Promise<ServedHone> => {
  const home = mkdtempSync(join(tmpdir(), 'hone-conformance-home-'));
  const store = join(home, 'hone.db');
  const given = ['--store', store, '--project', 'app'];
  const env = { PATH: process.env.PATH ?? '', HOME: home, HONE_HOME: home, HONE_USER: 'ann', HONE_DENSE: 'off' };
  const hone = promisify(execFile);
  const run = (...args: string[]) => hone(process.execPath, [main, ...args, ...given], { cwd: home, env });
  let lessonId = '';
  for (const [when, rule] of LESSONS) {
    const { stdout } = await run('flag', rule, '--when', when, '--json');
    lessonId = JSON.parse(stdout).lesson.lesson_id;
    await run('review', 'accept', lessonId);
  }
  const child = spawn(process.execPath, [main, 'serve', '--http', '--port', '0', '--no-auth', ...given], {
    cwd: home,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const url = `${await addressOf(child)}/mcp`;
  return {
    url,
    stdio: { command: process.execPath, args: [main, 'serve', ...given], env },
    lessonId,
    close: async () => {
      const over = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await over;
      rmSync(home, { recursive: true, force: true });
    },
  };
};

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('close', () => reject(new Error('hone serve --http ended before it listened')));
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).once('line', (line) => resolve(line.replace('hone listening on ', '')));
  });
