/** What Hone costs: `npm run bench -- [--lessons N] [--rounds N] [--only PART]… [--json] [--write FILE]`. Takes minutes. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { consolePaint } from './console-paint.ts';
import { consoleTime } from './console-time.ts';
import { eventImport } from './event-import.ts';
import type { Figure } from './figure.ts';
import { filledRuns } from './filled-runs.ts';
import { filledStore } from './filled-store.ts';
import { growth } from './growth.ts';
import { guardTime } from './guard-time.ts';
import { hookTime } from './hook-time.ts';
import { hungModel } from './hung-model.ts';
import { killedServers } from './killed-servers.ts';
import { manyProjects } from './many-projects.ts';
import { manyWriters } from './many-writers.ts';
import { recallTime } from './recall-time.ts';
import { reembedTime } from './reembed-time.ts';
import { asMarkdown, loadNow, machineClass, type Report } from './report.ts';
import { sampleLessons } from './sample-lessons.ts';
import { startUp } from './start-up.ts';
import { teamLoad } from './team-load.ts';
import { teamRestarts } from './team-restarts.ts';
import { trendsTime } from './trends-time.ts';
import { writeTime } from './write-time.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const ROUNDS = {
  start: 15,
  recall: 300,
  growth: 100,
  write: 100,
  hook: 20,
  console: 40,
  trends: 40,
  projects: 200,
  paint: 5,
} as const;

/** How long agents work at once. */
const LOAD_S = 60;

/** Runs of the store that the console is measured on. */
const RUNS = 50_000;

const { values } = parseArgs({
  options: {
    lessons: { type: 'string', default: '10000' },
    /** Rounds of kill -9. */
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
    write: { type: 'string' },
  },
});
const count = (given: string): number => {
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1) throw new Error('--lessons and --rounds are whole numbers from 1');
  return number;
};
const lessons = count(values.lessons);
const rounds = count(values.rounds);

const PARTS: Record<string, (filled: () => Promise<string>) => Promise<Figure[]>> = {
  start: async (filled) => startUp(await filled(), ROUNDS.start),
  recall: async (filled) => recallTime(await filled(), ROUNDS.recall),
  growth: () => growth(ROUNDS.growth, say),
  reembed: () => reembedTime(say),
  write: async (filled) => writeTime(await filled(), ROUNDS.write),
  hook: async (filled) => hookTime(await filled(), ROUNDS.hook),
  projects: () => manyProjects(ROUNDS.projects, say),
  hung: async (filled) => hungModel(await filled(), ROUNDS.recall),
  writers: () => manyWriters(),
  console: async (filled) => consoleTime(await filledRuns(await filled(), RUNS, say), ROUNDS.console),
  trends: () => trendsTime(ROUNDS.trends, say),
  paint: async (filled) => consolePaint(await filledRuns(await filled(), RUNS, say), ROUNDS.paint),
  load: async (filled) => teamLoad(await filled(), LOAD_S, say),
  restarts: async (filled) => teamRestarts(await filled()),
  kill: () => killedServers(rounds),
  events: () => eventImport(),
  guards: () => guardTime(Math.min(lessons, 500)),
};

const wanted = values.only ?? Object.keys(PARTS);
const unknown = wanted.find((name) => PARTS[name] === undefined);
if (unknown !== undefined) throw new Error(`--only takes ${Object.keys(PARTS).join(', ')}`);

say('building');
execFileSync('npm', ['run', '--silent', 'build'], { cwd: join(import.meta.dirname, '../..'), stdio: 'inherit' });
let path: Promise<string> | null = null;
const filled = (): Promise<string> => {
  path ??= filledStore(sampleLessons(lessons), say);
  return path;
};
const before = loadNow();
const figures: Figure[] = [];
for (const name of wanted) {
  say(`measuring: ${name}`);
  figures.push(...((await PARTS[name]?.(filled)) ?? []));
}
const report: Report = {
  date: new Date().toISOString().slice(0, 10),
  machine: machineClass(),
  lessons,
  load: [before, loadNow()],
  figures,
};
if (values.write !== undefined) writeFileSync(values.write, asMarkdown(report));
process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : asMarkdown(report));
