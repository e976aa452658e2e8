/** Whether a team's server leaks: `npm run bench:soak -- [--minutes N] [--lessons N]`. Ends with 1 when it does. */
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { filledStore } from './filled-store.ts';
import { slopeOf } from './heap-slope.ts';
import { memoryOf } from './memory.ts';
import { sampleLessons } from './sample-lessons.ts';
import { inFolder } from './served.ts';
import { dayWords, teamDay } from './team-day.ts';
import { connectAll } from './team-load.ts';
import { makeTokens, startTeamServer, teamClient } from './team-server.ts';

const CLIENTS = 16;
const PACE_MS = 1_000;
const PART_S = 15;
/** A leak of that much would fill a gigabyte in a week. */
const MOST_MB_AN_HOUR = 6;

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, lessons: { type: 'string', default: '10000' } },
});
const minutes = Number(values.minutes);
if (!(minutes >= 1)) throw new Error('--minutes is a number from 1');
const say = (line: string): void => void process.stderr.write(`${line}\n`);

execFileSync('npm', ['run', '--silent', 'build'], { cwd: join(import.meta.dirname, '../..'), stdio: 'inherit' });
await inFolder(async (folder) => {
  const store = join(folder, 'hone.db');
  copyFileSync(await filledStore(sampleLessons(Number(values.lessons)), say), store);
  const tokens = await makeTokens(store, folder, CLIENTS);
  const server = await startTeamServer(store, folder, 0, [
    '--expose-gc',
    '--import',
    join(import.meta.dirname, 'report-heap.mjs'),
  ]);
  const clients = tokens.map((token) => teamClient(server.port, token));
  await connectAll(clients);
  const points: { minute: number; heap: number }[] = [];
  let [failed, calls] = [0, 0];
  const start = performance.now();
  while (performance.now() - start < minutes * 60_000) {
    const day = await teamDay({ clients, seconds: PART_S, paceMs: PACE_MS });
    failed += day.failures.length;
    calls += day.recalls.length + day.writes.length + day.failures.length;
    const heap = await server.heap();
    points.push({ minute: (performance.now() - start) / 60_000, heap });
    say(
      `${points.at(-1)?.minute.toFixed(1)} min: heap ${heap.toFixed(1)} MB, resident ${memoryOf(server.child.pid ?? 0).resident.toFixed(0)} MB; ${dayWords(day)}`,
    );
  }
  server.child.kill('SIGTERM');
  await server.ended;
  // The first quarter fills caches that have an end.
  const settled = points.slice(Math.floor(points.length / 4));
  const { slope, low, high } = slopeOf(settled.map(({ minute, heap }) => [minute / 60, heap]));
  process.stdout.write(
    `${calls} calls in ${minutes} min by ${CLIENTS} agents, ${failed} failed; heap after a collection grows ${slope.toFixed(1)} MB an hour (95 % interval ${low.toFixed(1)} to ${high.toFixed(1)}, n = ${settled.length})\n`,
  );
  const leaks = low > MOST_MB_AN_HOUR;
  if (leaks || failed > 0) process.exitCode = 1;
  process.stdout.write(leaks ? 'It leaks.\n' : 'No leak was found.\n');
});
