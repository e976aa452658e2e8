/** One part of the simulation, as JSON on stdout: `part.ts NAME TEAMS`. Parts are processes of their own, so that they use all cores. */
import { coverageOfLift, coverageOfWindows } from './coverage.ts';
import { delays, falseAlarms } from './false-alarms.ts';
import type { TeamShape } from './simulated-team.ts';
import { playTrial, SCENARIOS } from './trials.ts';

export const SHAPES: readonly TeamShape[] = [
  { name: '5 people, 20 tasks', tasks: 20, people: 5, skill: 0.8 },
  { name: 'all alike, 100 tasks', tasks: 100, people: 1, skill: 0 },
  { name: '5 people, 40 tasks', tasks: 40, people: 5, skill: 0.8 },
  { name: '5 people, 100 tasks', tasks: 100, people: 5, skill: 0.8 },
  { name: '5 people, 400 tasks', tasks: 400, people: 5, skill: 0.8 },
];

/** The costly ones first. */
export const PARTS: Readonly<Record<string, (teams: number) => unknown>> = {
  ...Object.fromEntries(
    SCENARIOS.map((scenario, index) => [
      `trial-${index}`,
      (teams: number) => playTrial(scenario, Math.ceil(teams / 2)),
    ]),
  ),
  ...Object.fromEntries(
    SHAPES.map((shape, index) => [
      `coverage-${index}`,
      (teams: number) => [...coverageOfWindows(shape, teams), ...coverageOfLift(shape, teams)],
    ]),
  ),
  alarms: falseAlarms,
  delays: (teams) => delays(Math.ceil(teams / 4)),
};

const [name = '', teams = ''] = process.argv.slice(2);
const part = PARTS[name];
if (part !== undefined) process.stdout.write(JSON.stringify(part(Number(teams))));
