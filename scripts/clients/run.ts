import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type RealClient, realClients } from './real-clients.ts';
import { startScriptedModel } from './scripted-model.ts';

/**
 * `npm run test:clients [-- NAME…] [--newest] [--minutes N] [--report FILE]`: the real command-line clients, set up by
 * `hone init`, without an account, with a model that follows a script. A client that cannot be installed, or for which no
 * time is left, is skipped by name.
 */

const root = join(import.meta.dirname, '../..');
const main = join(root, 'dist/main.js');
/** Packages stay here from one run to the next. */
const cache = process.env.HONE_CLIENTS_CACHE || join(tmpdir(), 'hone-clients');
const PATIENCE_MS = 60_000;
const INSTALL_PATIENCE_MS = 120_000;
const PROMPT = 'Run the tests of the billing service';
/** How the prompt begins. */
const TEACH = 'Look at what I just corrected.';
const RULE = 'Run the tests of a service with pnpm test, never with npm test';

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    newest: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '30' },
    report: { type: 'string' },
  },
});
const end = performance.now() + Number(options.minutes) * 60_000;
const msLeft = (): number => end - performance.now();

/** The folder of its commands; else why there is none. */
const install = ({ packageName, version, client }: RealClient): { bin: string } | { why: string } => {
  const wantedVersion = options.newest ? 'latest' : version;
  const folder = join(cache, `${client}-${wantedVersion}`);
  const bin = join(folder, 'node_modules/.bin');
  if (msLeft() <= 0) return { why: `no time is left of ${options.minutes} minutes` };
  if (existsSync(join(folder, 'installed'))) return { bin };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  const words = ['install', '--no-audit', '--no-fund', '--loglevel=error', `${packageName}@${wantedVersion}`];
  const timeout = Math.min(INSTALL_PATIENCE_MS, msLeft());
  const { status } = spawnSync('npm', words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], timeout });
  if (status !== 0 || !existsSync(bin)) return { why: `${packageName}@${wantedVersion} does not install here` };
  writeFileSync(join(folder, 'installed'), '');
  return { bin };
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

/** The `hone` that a person has installed. */
const putOnPath = (home: string): string => {
  const bin = join(home, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'hone'), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`);
  chmodSync(join(bin, 'hone'), 0o755);
  return bin;
};

const play = async (client: RealClient, bin: string): Promise<readonly Check[]> => {
  const home = mkdtempSync(join(tmpdir(), `hone-${client.client}-`));
  const folder = join(home, 'app');
  mkdirSync(folder);
  const model = await startScriptedModel(PROMPT);
  const env = {
    PATH: [bin, putOnPath(home), process.env.PATH ?? ''].join(delimiter),
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
    const before: Check[] = [];
    for (const args of client.setUp?.(root) ?? []) {
      const done = await run(client.command, args, folder, env);
      before.push([args.join(' ').replaceAll(root, '.'), done.code === 0]);
    }
    if (client.setUp === undefined)
      before.push(['hone init', (await hone('init', '--client', client.client)).code === 0]);
    if (client.health !== undefined) {
      const { output } = await run(client.command, client.health.args, folder, env);
      before.push(['server healthy, as the client says', client.health.says.test(output)]);
    }
    before.push(['hone doctor starts what it set up', isWell(await hone('doctor', '--json'), client)]);
    const { code, output } = await run(client.command, client.args(PROMPT), folder, env);
    const runs = await hone('runs', 'list', '--json');
    const after: Check[] = [];
    if (client.slash !== undefined) {
      await run(client.command, client.args(client.slash), folder, env);
      after.push(['the prompt teach reached the model', model.asked.some(({ text }) => text.includes(TEACH))]);
    }
    if (process.env.HONE_LOG === 'debug') process.stderr.write(`${output}\n${runs.output}\n`);
    const offered = model.asked.some(({ tools }) => tools.some((name) => /hone.*start_task$/u.test(name)));
    const [first] = model.asked.filter(({ text }) => text.includes(PROMPT));
    return [
      ...before,
      ['ended well', code === 0],
      ['server seen, its tools offered', offered],
      ['start_task called, a run is there', /"run_id":"run_/u.test(runs.output)],
      ...(client.speaks
        ? ([
            ['hooks ran', sessionsOf(home) > 0],
            ['the lesson reached the model at the first prompt', first?.text.includes(RULE) === true],
          ] satisfies Check[])
        : []),
      ...after,
    ];
  } finally {
    await model.close();
    if (process.env.HONE_LOG !== 'debug') rmSync(home, { recursive: true, force: true });
  }
};

/** Codex is well but for the trust of a person, which doctor asks for. */
const isWell = ({ output }: Ran, { client }: RealClient): boolean => {
  const { checks } = JSON.parse(output.slice(output.indexOf('{"ok"'))) as Doctored;
  const check = checks.find(({ name }) => name === `client_${client.replaceAll('-', '_')}`);
  return check?.status === (client === 'codex' ? 'warn' : 'ok') && check.detail.includes('lists 9 tools');
};

interface Doctored {
  readonly checks: readonly { readonly name: string; readonly status: string; readonly detail: string }[];
}

const sessionsOf = (home: string): number => {
  try {
    return readdirSync(join(home, '.local/share/hone/hone.db.hooks/sessions')).length;
  } catch {
    return 0;
  }
};

const totals = { passed: 0, failed: 0, skipped: 0 };
for (const client of realClients.filter(({ client: name }) => wanted.length === 0 || wanted.includes(name))) {
  const installed = install(client);
  if ('why' in installed) {
    totals.skipped += 1;
    console.log(`${client.title ?? client.client}: skipped, ${installed.why}`);
    continue;
  }
  const { bin } = installed;
  const { output } = await run(join(bin, client.command), ['--version'], cache, {
    PATH: process.env.PATH ?? '',
    HOME: join(cache, client.client),
  });
  console.log(`${client.title ?? client.client} ${/\d+(?:\.\d+)+/u.exec(output)?.[0] ?? ''}`);
  for (const [check, ok] of await play(client, bin)) {
    console.log(`  ${ok ? 'ok  ' : 'FAIL'} ${check}`);
    totals[ok ? 'passed' : 'failed'] += 1;
  }
}
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
if (options.report !== undefined) writeFileSync(options.report, JSON.stringify(totals));
process.exitCode = totals.failed > 0 ? 1 : 0;
