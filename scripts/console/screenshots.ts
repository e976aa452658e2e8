/** `npm run screenshots`: pictures of the real console on a filled store, into docs/images. Needs Debian's chromium. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { fillStore } from './fill-store.ts';

const root = join(import.meta.dirname, '../..');
const images = join(root, 'docs/images');
const executablePath = '/usr/bin/chromium';
const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly dark?: true;
  readonly phone?: true;
  /** What is clicked first. */
  readonly click?: string;
}

/** Of the queue: not the hostile text that lies on top of it, which is for the tests. */
const PROPOSED = '.queue a:has-text("proposed")';

const SHOTS: readonly Shot[] = [
  { name: 'console-overview', path: '/' },
  { name: 'console-overview-dark', path: '/', dark: true },
  { name: 'console-review', path: '/review', click: PROPOSED },
  { name: 'console-review-phone', path: '/review', phone: true, click: PROPOSED },
  { name: 'console-lessons', path: '/lessons?q=fix+the+build+on+Windows' },
  { name: 'console-checkpoints', path: '/checkpoints' },
];

const serve = async (folder: string): Promise<{ server: ChildProcess; origin: string }> => {
  const store = ['--store', join(folder, 'demo.db'), '--project', 'curl-demo'];
  const args = [join(root, 'dist/main.js'), 'serve', '--http', '--port', '0', '--no-auth', ...store];
  const env = { PATH: process.env.PATH ?? '', HOME: folder, HONE_HOME: folder, HONE_USER: 'reviewer' };
  const server = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  return { server, origin: /http:\S+/u.exec(String(line))?.[0] ?? '' };
};

const take = async (browser: Browser, origin: string, { name, path, dark, phone, click }: Shot): Promise<void> => {
  const context = await browser.newContext({
    viewport: phone === true ? { width: 390, height: 844 } : { width: 1280, height: 860 },
    colorScheme: dark === true ? 'dark' : 'light',
  });
  const page = await context.newPage();
  await page.goto(`${origin}${path}`);
  if (click !== undefined) await page.locator(click).first().click();
  await page.screenshot({ path: join(images, `${name}.png`) });
  await context.close();
  say(`${name}.png`);
};

if (!existsSync(executablePath)) throw new Error(`${executablePath} is missing. On Debian: apt-get install chromium`);
const folder = mkdtempSync(join(tmpdir(), 'hone-screenshots-'));
try {
  say('filling a store with the demo, through the real server …');
  await fillStore(folder);
  const { server, origin } = await serve(folder);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  for (const shot of SHOTS) await take(browser, origin, shot);
  await browser.close();
  server.kill('SIGTERM');
  await once(server, 'exit');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
