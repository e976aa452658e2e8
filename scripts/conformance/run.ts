import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inspectHone } from './inspect-hone.ts';
import { installTools, type Tools } from './install-tools.ts';
import { judge } from './judge.ts';
import { conformancePage, differences, type Results } from './page.ts';
import { type Played, playSuite, REVISIONS, type Revision, scenariosOf } from './play-suite.ts';
import { type ServedHone, serveHone } from './served-hone.ts';
import { serveFixtures } from './wired-server.ts';

/** `npm run test:conformance [-- --write] [--report FILE]`: Hone before the protocol's own programs. Needs the built program. */

const { values: options } = parseArgs({
  options: { write: { type: 'boolean', default: false }, report: { type: 'string' } },
});
const path = join(import.meta.dirname, '../../docs/conformance.md');
const totals = { passed: 0, failed: 0, skipped: 0 };

const check = (title: string, wrong: readonly string[]): void => {
  totals[wrong.length === 0 ? 'passed' : 'failed'] += 1;
  console.log(`  ${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${title}`);
  for (const words of wrong) console.log(`         ${words}`);
};

const playAll = async (tools: Tools, hone: ServedHone): Promise<Results> => {
  const door = await serveFixtures();
  try {
    const verdicts: Results['verdicts'] = new Map(
      await inTurn(REVISIONS, async (revision: Revision) => {
        const played: Record<'hone' | 'door', Played[]> = {
          hone: await playSuite(tools, hone.url, revision),
          door: await playSuite(tools, door.url, revision),
        };
        return [revision, judge(revision, scenariosOf(tools, revision), played)] as const;
      }),
    );
    return { tools, verdicts, inspected: inspectHone(tools, hone) };
  } finally {
    await door.close();
  }
};

const inTurn = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
};

const report = ({ verdicts, inspected }: Results): void => {
  for (const [revision, list] of verdicts) {
    console.log(`conformance, ${revision}`);
    for (const { scenario, why, wrong } of list) {
      if (why === undefined || wrong.length > 0) check(scenario, wrong);
      else console.log(`  -    ${scenario} does not apply`);
    }
  }
  console.log('Inspector');
  for (const { title, transport, era, ok, output } of inspected) {
    check(`${transport}, ${era}: ${title}`, ok ? [] : [output.slice(0, 2_000)]);
  }
};

const tools = installTools();
if ('why' in tools) {
  console.log(`conformance and Inspector: skipped, ${tools.why}`);
  totals.skipped = 1;
} else {
  const hone = await serveHone();
  try {
    const results = await playAll(tools, hone);
    report(results);
    const page = conformancePage(results, new Date().toISOString().slice(0, 10));
    if (options.write) writeFileSync(path, page);
    const other = differences(existsSync(path) ? readFileSync(path, 'utf8') : '', page);
    check('docs/conformance.md is fresh', other.length === 0 ? [] : ['npm run test:conformance -- --write', ...other]);
  } finally {
    await hone.close();
  }
}
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
if (options.report !== undefined) writeFileSync(options.report, JSON.stringify(totals));
process.exitCode = totals.failed > 0 ? 1 : 0;
