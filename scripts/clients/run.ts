import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type RealClient, realClients } from './real-clients.ts';
import { startScriptedModel } from './scripted-model.ts';

/**
 * `npm run test:clients [-- NAME…]`: the real command-line clients, set up by `hone init`, without an account, with a model
 * that follows a script. A client that cannot be installed is skipped by name.
 */

const root = join(import.meta.dirname, '../..');
const main = join(root, 'dist/main.js');
/** Packages stay here from one run to the next. */
const cache = process.env.HONE_CLIENTS_CACHE || join(tmpdir(), 'hone-clients');
const PATIENCE_MS = 120_000;
const PROMPT = 'Run the tests of the billing service';
const RULE = 'Run the tests of a service with pnpm test, never with npm test';

const install = ({ packageName, client }: RealClient): string | null => {
  const folder = join(cache, client);
  const bin = join(folder, 'node_modules/.bin');
  if (existsSync(bin)) return bin;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  const done = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', packageName], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 600_000,
  });
  return done.status === 0 && existsSync(bin) ? bin : null;
};

interface Ran {
  readonly code: number | null;
  readonly output: string;
}

const run = (command: string, args: readonly string[], cwd: string, env: Record<string, string>): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += String(chunk);
      });
    }
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, PATIENCE_MS);
    child.on('error', (error) => resolve({ code: null, output: String(error) }));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    });
  });

type Check = readonly [check: string, ok: boolean];

const play = async (client: RealClient, bin: string): Promise<readonly Check[]> => {
  const home = mkdtempSync(join(tmpdir(), `hone-${client.client}-`));
  const folder = join(home, 'app');
  mkdirSync(folder);
  const model = await startScriptedModel(PROMPT);
  const env = {
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    HOME: home,
    TERM: 'dumb',
    LANG: 'C.UTF-8',
    NO_COLOR: '1',
    // What is told must not depend on how busy the machine is.
    HONE_READ_WAIT_MS: '20000',
    ...client.env(model.port),
  };
  const hone = (...args: string[]): Promise<Ran> => run(process.execPath, [main, ...args], folder, env);
  try {
    spawnSync('git', ['init', '-q', '-b', 'main', folder]);
    client.prepare(home, model.port);
    await hone('flag', RULE, '--when', 'running the tests of a service');
    const init = await hone('init', '--client', client.client);
    const { code, output } = await run(client.command, client.args(PROMPT), folder, env);
    const runs = await hone('runs', 'list', '--json');
    if (process.env.HONE_LOG === 'debug') process.stderr.write(`${init.output}\n${output}\n${runs.output}\n`);
    const offered = model.asked.some(({ tools }) => tools.some((name) => /hone.*start_task$/u.test(name)));
    const [first] = model.asked.filter(({ text }) => text.includes(PROMPT));
    return [
      ['ended well', code === 0],
      ['server seen, its tools offered', offered],
      ['start_task called, a run is there', /"run_id":"run_/u.test(runs.output)],
      ...(client.speaks
        ? ([
            ['hooks ran', sessionsOf(home) > 0],
            ['the lesson reached the model at the first prompt', first?.text.includes(RULE) === true],
          ] satisfies Check[])
        : []),
    ];
  } finally {
    await model.close();
    if (process.env.HONE_LOG !== 'debug') rmSync(home, { recursive: true, force: true });
  }
};

const sessionsOf = (home: string): number => {
  try {
    return readdirSync(join(home, '.local/share/hone/hone.db.hooks/sessions')).length;
  } catch {
    return 0;
  }
};

const wanted = process.argv.slice(2);
let passed = 0;
let failed = 0;
let skipped = 0;
for (const client of realClients.filter(({ client: name }) => wanted.length === 0 || wanted.includes(name))) {
  const bin = install(client);
  if (bin === null) {
    skipped += 1;
    console.log(`${client.client}: skipped, ${client.packageName} does not install here`);
    continue;
  }
  const { output } = await run(join(bin, client.command), ['--version'], cache, {
    PATH: process.env.PATH ?? '',
    HOME: join(cache, client.client),
  });
  console.log(`${client.client} ${/\d+(?:\.\d+)+/u.exec(output)?.[0] ?? ''}`);
  for (const [check, ok] of await play(client, bin)) {
    console.log(`  ${ok ? 'ok  ' : 'FAIL'} ${check}`);
    if (ok) passed += 1;
    else failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
