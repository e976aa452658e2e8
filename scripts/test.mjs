import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, root } from './prepare.mjs';

/**
 * `npm test [-- --with-clients] [-- WHAT…]`: every check, each counted as one; then every test, or those whose path holds
 * WHAT; then the suites of programs that are not Hone's. The last line is `N passed, N failed`.
 */
const CLIENTS = '--with-clients';
const wanted = process.argv.slice(2).filter((word) => word !== CLIENTS);

const bin = (name, entry) => [process.execPath, [join(root, 'node_modules', name, entry)]];

const attempt = (title, [command, args], more = []) => {
  process.stdout.write(`\n== ${title}\n`);
  return spawnSync(command, [...args, ...more], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
};

const checks = () => [
  attempt('types', bin('typescript', 'bin/tsc'), ['-p', 'tsconfig.check.json']),
  attempt('lint and import fences', bin('@biomejs/biome', 'bin/biome'), ['check', '--error-on-warnings']),
  attempt('unused code and dependencies', bin('knip', 'bin/knip.js')),
];

const tests = () => {
  const folder = mkdtempSync(join(tmpdir(), 'hone-test-'));
  const report = join(folder, 'report.json');
  attempt('tests', bin('vitest', 'vitest.mjs'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...wanted,
  ]);
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that cannot be loaded has no tests to fail: it counts by itself.
    const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** A command that writes its totals itself. One that wrote none counts as failed. */
const suite = (title, script, words = []) => {
  const folder = mkdtempSync(join(tmpdir(), 'hone-suite-'));
  const report = join(folder, 'report.json');
  attempt(title, bin('tsx', 'dist/cli.mjs'), [join(root, 'scripts', script), ...words, '--report', report]);
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const suites = () => {
  if (wanted.length > 0) return [];
  const clients = process.argv.includes(CLIENTS) ? [suite('real clients', 'clients/run.ts', ['--minutes', '5'])] : [];
  return [suite('MCP conformance and Inspector', 'conformance/run.ts'), ...clients];
};

install();
build();
const results = checks();
const all = [tests(), ...suites()];
const sum = (key) => all.reduce((total, one) => total + one[key], 0);
const skipped = sum('skipped');
const good = sum('passed') + results.filter(Boolean).length;
const bad = sum('failed') + results.filter((ok) => !ok).length;
process.stdout.write(`\n${skipped > 0 ? `${skipped} skipped, each named above\n` : ''}${good} passed, ${bad} failed\n`);
process.exit(bad === 0 ? 0 : 1);
