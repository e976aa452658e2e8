import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a command with its output shown; ends this process with its exit code when it fails. */
export const run = (command, args, options = {}) => {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
  if (result.status !== 0) {
    process.stderr.write(`\n${command} ${args.join(' ')} failed.\n`);
    process.exit(result.status ?? 1);
  }
};

const lockfile = () => readFileSync(join(root, 'package-lock.json'), 'utf8');
const stamp = join(root, 'node_modules', '.hone-installed');

/** Node's own headers, where they came with it: then a driver that must be compiled needs nothing from the network. */
const headers = () => {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include', 'node', 'node.h')) ? { npm_config_nodedir: prefix } : {};
};

/** Installs what the lock file says, unless that is what is there. */
export const install = () => {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfile()) return;
  // stdout may belong to what comes after (a server's JSON-RPC), so all words go to stderr.
  process.stderr.write('Installing (where no prebuilt SQLite driver can be had it is compiled: about 2 minutes) …\n');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    env: { ...headers(), ...process.env },
    shell: process.platform === 'win32',
  });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lockfile());
};

/** Bundles the program into dist/. */
export const build = () => {
  process.stderr.write('Building …\n');
  run(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: ['ignore', 2, 2] });
};

export const isBuilt = () => {
  const main = join(root, 'dist', 'main.js');
  return existsSync(main) && statSync(main).isFile();
};
