import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Figure, timed, timeFigures } from './figure.ts';
import { inFolder, PROJECT } from './served.ts';

const MAIN = join(import.meta.dirname, '../../dist/main.js');
/** Largest time of a page on the server, 95th percentile, in milliseconds. */
const MOST_MS = 80;
/** Largest first visit of a page with all that it loads, in bytes. */
const MOST_KB = 120;

export const PAGES = {
  overview: '/',
  review: '/review',
  lessons: '/lessons',
  'lessons, search': '/lessons?q=fix+the+parser+of+cookies',
  runs: '/runs',
  checkpoints: '/checkpoints',
  'workflows & trials': '/workflows',
  health: '/health',
} as const;

/** Each page of the console, asked for again and again over loopback by one client. */
export const consoleTime = (store: string, rounds: number): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const { server, origin } = await startPages(folder, store);
    try {
      const figures: Figure[] = [];
      for (const [name, path] of Object.entries(PAGES)) {
        const times: number[] = [];
        await ask(origin, path);
        for (let round = 0; round < rounds; round += 1) times.push(await timed(() => ask(origin, path)));
        figures.push(...timeFigures(`Console: ${name}`, times, MOST_MS));
      }
      figures.push(await largest(origin));
      return figures;
    } finally {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
  });

export const startPages = async (folder: string, store: string): Promise<{ server: ChildProcess; origin: string }> => {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    HONE_HOME: folder,
    HONE_PROJECT: PROJECT,
    HONE_USER: 'ann',
  };
  const args = [MAIN, 'serve', '--http', '--port', '0', '--no-auth', '--store', store];
  const server = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  return { server, origin: /http:\S+/u.exec(String(line))?.[0] ?? '' };
};

const ask = async (origin: string, path: string): Promise<string> => {
  const answer = await fetch(`${origin}${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
};

/** The page whose first visit loads the most, with its style, script and icon. */
const largest = async (origin: string): Promise<Figure> => {
  const sizes: number[] = [];
  for (const path of Object.values(PAGES)) {
    const page = await ask(origin, path);
    const parts = [...new Set([...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/gu)].map(([, part]) => part ?? ''))];
    const bodies = await Promise.all(parts.map((part) => ask(origin, part)));
    sizes.push([page, ...bodies].reduce((sum, body) => sum + Buffer.byteLength(body), 0) / 1024);
  }
  const value = Math.max(...sizes);
  return {
    name: 'Console: largest first load',
    value,
    unit: 'KB',
    n: sizes.length,
    target: { side: 'most', value: MOST_KB },
  };
};
