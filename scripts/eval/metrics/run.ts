/**
 * Simulates teams whose truth is known and counts how often Hone's intervals, alarms and trials are right. Prints the tables and
 * writes docs/metrics-simulation.md: `npm run eval:metrics`, with `-- --teams N` for a quick look that writes nothing, and `-- --keep FOLDER` to
 * go on after an interruption.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Covered } from './coverage.ts';
import type { Alarms, delays } from './false-alarms.ts';
import { PARTS, SHAPES } from './part.ts';
import { proportion } from './proportion.ts';
import type { TeamShape } from './simulated-team.ts';
import { PLANNED, SCENARIOS, type TrialOutcomes } from './trials.ts';

const TEAMS = 2_000;
const { values } = parseArgs({ options: { teams: { type: 'string' }, keep: { type: 'string' } } });
const teams = Number(values.teams ?? TEAMS);
if (!Number.isInteger(teams) || teams < 1) throw new Error('--teams is a whole number from 1');
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const WANTED = { low: 0.93, high: 0.97 } as const;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const within = ({ held, teams: n }: Covered): boolean => held / n >= WANTED.low && held / n <= WANTED.high;

const coverageTable = (all: readonly Covered[]): string => {
  const metrics = [...new Set(all.map(({ metric }) => metric))];
  const cell = (metric: string, { name }: TeamShape): string => {
    const found = all.find((one) => one.metric === metric && one.shape === name);
    if (found === undefined) return '–';
    const share = (100 * found.held) / found.teams;
    return within(found) ? share.toFixed(1) : `**${share.toFixed(1)}**`;
  };
  return table(
    ['interval of', ...SHAPES.map(({ name }) => name)],
    metrics.map((metric) => [words(metric), ...SHAPES.map((shape) => cell(metric, shape))]),
  );
};

/** Whether those outside claim too much, or too little. */
const outsideWords = (all: readonly Covered[]): string => {
  const outside = all.filter((one) => !within(one));
  const narrow = outside.filter(({ held, teams: n }) => held / n < WANTED.low);
  const shapes = [...new Set(outside.map(({ shape }) => shape))].join('; ');
  if (outside.length === 0) return '';
  return `Of the others (${shapes}) ${narrow.length} are too narrow and ${outside.length - narrow.length} wider than they need be.`;
};

const words = (metric: string): string => {
  const [, kind = '', name = metric] = /^(change of |lift: )?(.*)$/u.exec(metric) ?? [];
  return `${kind}\`${name}\``;
};

const alarmTable = (all: readonly Alarms[]): string =>
  table(
    ['of a stable process', 'alarms, % (95 %)', 'at most', 'kept'],
    all.map(({ what, alarms, processes, budget }) => [
      what,
      proportion(alarms, processes),
      budget === null ? '–' : `${100 * budget} %`,
      budget === null ? '' : verdictOf(alarms, processes, budget),
    ]),
  );

/** What a simulation of this size can tell from its budget. */
const verdictOf = (hits: number, n: number, budget: number): string => {
  const noise = 1.96 * Math.sqrt((budget * (1 - budget)) / n);
  if (hits / n <= budget) return 'yes';
  return hits / n <= budget + noise ? 'within noise' : '**no**';
};

const trialTable = (all: readonly TrialOutcomes[]): string =>
  table(
    ['truth', 'tasks an arm', 'keep, %', 'roll back, %', 'gain found, %', 'within margin, %', 'planned', 'kept'],
    all.map((one) => {
      const percent = (count: number): string => ((100 * count) / one.trials).toFixed(1);
      return [
        one.name,
        String(one.perArm),
        percent(one.decisions.keep),
        percent(one.decisions.roll_back),
        percent(one.gains),
        percent(one.withinMargin),
        ...plannedCells(one),
      ];
    }),
  );

const POWER_OFF = 0.05;
const KEEP_LIMIT = 0.05;

const plannedCells = (one: TrialOutcomes): string[] => {
  if (one.name.startsWith('no effect')) {
    return ['keep ≤ 5 %', verdictOf(one.decisions.keep, one.trials, KEEP_LIMIT)];
  }
  if (one.planned === undefined) return ['–', ''];
  const found = one[one.planned.part] / one.trials;
  const name = one.planned.part === 'gains' ? 'gain' : 'margin';
  const good = Math.abs(found - one.planned.share) <= POWER_OFF;
  return [`${name} ${100 * one.planned.share} ± 5 %`, good ? 'yes' : '**no**'];
};

const PART = join(import.meta.dirname, 'part.ts');
const run = promisify(execFile);

/** What a part found: from an earlier run that was kept, or from a process of its own. */
const outcomeOf = async (name: string): Promise<unknown> => {
  const kept = values.keep === undefined ? null : join(values.keep, `${name}-${teams}.json`);
  if (kept !== null && existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  const { stdout } = await run(process.execPath, ['--import', 'tsx', PART, name, String(teams)], { maxBuffer: 1e8 });
  say(`done: ${name}`);
  if (kept !== null) writeFileSync(kept, stdout);
  return JSON.parse(stdout);
};

const outcomes = new Map<string, unknown>();
const waiting = Object.keys(PARTS);
const work = async (): Promise<void> => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
    outcomes.set(name, await outcomeOf(name));
};
if (values.keep !== undefined) mkdirSync(values.keep, { recursive: true });
await Promise.all(Array.from({ length: cpus().length }, work));
const covered = SHAPES.flatMap((_, index) => outcomes.get(`coverage-${index}`) as Covered[]);
const alarms = outcomes.get('alarms') as Alarms[];
const found = outcomes.get('delays') as ReturnType<typeof delays>;
const trials = SCENARIOS.map((_, index) => outcomes.get(`trial-${index}`) as TrialOutcomes);

const page = [
  '# What the statistics hold',
  '',
  `Written by \`npm run eval:metrics\`; do not edit. ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, Node ${process.versions.node}; fixed seeds, so a second run gives the same.`,
  '',
  'Simulated teams whose truth is known, judged by the very functions of the product. Tasks have one to three runs and differ in how much people step in;',
  'of those not completed clean every second is rewritten, the rest never end well. In teams of five, people differ by a standard deviation of 0.8 logits in completion, and in interventions and time with it.',
  '',
  '## Intervals',
  '',
  `How often a 95 % interval held the truth, in percent of ${teams} teams; wanted ${100 * WANTED.low} to ${100 * WANTED.high}, others are bold. The truth is that of these very people with endless tasks: an`,
  'interval says nothing of people who were not there. `change of` is this window against the one before; `lift` memory against holdout in two workflows.',
  '',
  coverageTable(covered),
  '',
  `${covered.filter(within).length} of ${covered.length} lie within. A simulation of ${teams} teams is itself off by up to ${(196 * Math.sqrt((0.95 * 0.05) / teams)).toFixed(1)} points. ${outsideWords(covered)} Below 20 tasks nothing is judged at all.`,
  '',
  '## False alarms',
  '',
  alarmTable(alarms),
  '',
  'The drift alarm knows its usual share of failures only from the tasks of its baseline: its threshold is set so that the budget is kept over all shares that these may',
  'come of (with the true share known it would be 4 to 5; with 50 tasks it is 8 to 9). What that costs, when the odds of failure double from the first watched task on:',
  '',
  table(
    ['usual share of failures', 'tasks of the baseline', 'median tasks to the alarm', 'alarm within 300, %'],
    found.map(({ failures, n, median, within: share }) => [
      String(failures),
      String(n),
      String(median),
      (100 * share).toFixed(0),
    ]),
  ),
  '',
  '## Trials',
  '',
  `${trials[0]?.trials} simulated trials a row. The plan asks for ${PLANNED.gain} tasks an arm to find completion 70 → 85 %, and for ${PLANNED.margin} to rule out 10 more interventions per 100 runs at 20, each with ${100 * PLANNED.power} %`,
  'power. "Keep" needs a gain, the margin and coverage together, so it is rarer than each. The plan assumes one run a task with at most one intervention; two rows have retries and tasks that differ.',
  '',
  trialTable(trials),
  '',
].join('\n');

process.stdout.write(page);
if (values.teams === undefined) writeFileSync(join(import.meta.dirname, '../../../docs/metrics-simulation.md'), page);
