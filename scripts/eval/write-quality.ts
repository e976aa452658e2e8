/**
 * Writes docs/quality.md from the two evaluations, run now: `npm run eval:quality -- DATA`, where DATA holds team-lessons/, reme/,
 * cosqa/, curl-followups/ and ruff-replay/. Takes minutes; vectors are kept between runs.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const data = process.argv[2];
if (data === undefined) throw new Error('Name the folder of the data. Example: npm run eval:quality -- ./data');

const output = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e8,
  }).trim();
const evaluation = (script: string, ...args: string[]): string =>
  output(process.execPath, ['--import', 'tsx', join('scripts/eval', script), ...args]);

const filled: Record<string, string> = {
  date: new Date().toISOString().slice(0, 10),
  revision: output('git', ['rev-parse', '--short', 'HEAD']),
  machine: `${cpus().length} cores, Node ${process.versions.node}`,
  ranking: evaluation('run.ts', '--data', data),
  abstention: evaluation('fit-abstention.ts', data),
};
const template = readFileSync(join(import.meta.dirname, 'quality-page.md'), 'utf8');
writeFileSync(
  join(root, 'docs/quality.md'),
  template.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => filled[name] ?? ''),
);
