import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { interventionTrends } from '../../src/use-cases/intervention-trends.ts';
import type { Caller } from '../../src/use-cases/services.ts';
import { type Figure, timed, timeFigures } from './figure.ts';
import { recordedRuns } from './recorded-runs.ts';
import { PROJECT } from './served.ts';

type Say = (line: string) => void;

const root = join(import.meta.dirname, '../..');
const SERVED_RUNS = 10_000;
const READ_RUNS = 100_000;

/** `intervention_trends` over 10,000 runs, in a process that is up already. */
const insideServer = async (rounds: number, say: Say): Promise<Figure[]> => {
  const store = await recordedRuns(SERVED_RUNS, say);
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
const fromCommandLine = async (rounds: number, say: Say): Promise<Figure[]> => {
  const store = await recordedRuns(READ_RUNS, say);
  const args = [join(root, 'dist/main.js'), 'trends', '--store', store, '--project', PROJECT, '--json'];
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(
      await timed(async () => {
        const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
        if (status !== 0) throw new Error(stderr);
      }),
    );
  }
  return timeFigures('hone trends over 100,000 runs', times, 2_000);
};

/** How long trends take, inside a server and as a command of its own; the program is built already. */
export const trendsTime = async (rounds: number, say: Say): Promise<Figure[]> => [
  ...(await insideServer(rounds, say)),
  ...(await fromCommandLine(Math.ceil(rounds / 4), say)),
];
