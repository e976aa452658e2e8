import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, root } from './prepare.mjs';

/** Every check, each counted as one; then every test. The last line is `N passed, N failed`. */
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
    ...process.argv.slice(2),
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

install();
build();
const results = checks();
const { passed, failed, skipped } = tests();
const good = passed + results.filter(Boolean).length;
const bad = failed + results.filter((ok) => !ok).length;
process.stdout.write(`\n${good} passed, ${bad} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exit(bad === 0 ? 0 : 1);
