/** How long trends take: `npx tsx scripts/bench/trends-time.ts [--rounds N]`. */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { interventionTrends } from '../../src/use-cases/intervention-trends.ts';
import type { Caller } from '../../src/use-cases/services.ts';
import { type Figure, isMet, timed, timeFigures } from './figure.ts';
import { recordedRuns } from './recorded-runs.ts';
import { loadNow } from './report.ts';
import { PROJECT } from './served.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } });
const rounds = Number(values.rounds);
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const root = join(import.meta.dirname, '../..');

/** `intervention_trends` over 10,000 runs, in a process that is up already. */
const insideServer = async (): Promise<Figure[]> => {
  const store = await recordedRuns(10_000, say);
  const config = await readConfig({ flags: { store }, environment: { HONE_DENSE: 'off' }, folder: root });
  const services = await compose(config);
  const principal = { name: 'ann', kind: 'person', roles: ['lead'], projects: '*', solo: true } as const;
  const caller: Caller = { principal, project: PROJECT, known: new Set([PROJECT]) };
  const times: number[] = [];
  const processor: number[] = [];
  for (let round = -2; round < rounds; round += 1) {
    const before = process.cpuUsage();
    const time = await timed(() => interventionTrends(services, caller, { since: '30d' }));
    const { user, system } = process.cpuUsage(before);
    if (round < 0) continue;
    times.push(time);
    processor.push((user + system) / 1_000);
  }
  await services.close();
  return [
    ...timeFigures('intervention_trends over 10,000 runs', times, 200),
    // What it would take where nothing else runs; with other work beside it the clock says more.
    ...timeFigures('the same in processor time', processor, 200),
  ];
};

/** `hone trends` over 100,000 runs: a new process each time. */
const fromCommandLine = async (): Promise<Figure[]> => {
  const store = await recordedRuns(100_000, say);
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  const args = [join(root, 'dist/main.js'), 'trends', '--store', store, '--project', PROJECT, '--json'];
  const times: number[] = [];
  for (let round = 0; round < Math.max(3, rounds / 4); round += 1) {
    times.push(
      await timed(async () => {
        const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
        if (status !== 0) throw new Error(stderr);
      }),
    );
  }
  return timeFigures('hone trends over 100,000 runs', times, 2_000);
};

const before = loadNow();
const figures = [...(await insideServer()), ...(await fromCommandLine())];
for (const figure of figures) {
  const met = isMet(figure);
  const words = met === null ? '' : met ? ' (met)' : ' (not met)';
  process.stdout.write(`${figure.name}: ${figure.value.toFixed(0)} ${figure.unit}, n = ${figure.n}${words}\n`);
}
process.stdout.write(`Load of the machine: ${before} before, ${loadNow()} after.\n`);
