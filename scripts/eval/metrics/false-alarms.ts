import { controlChart } from '../../../src/domain/metrics/control-chart.ts';
import type { CountedTask } from '../../../src/domain/metrics/counted-task.ts';
import { baselineOf, drift } from '../../../src/domain/metrics/drift.ts';
import { TASKS_PER_POINT } from '../../../src/domain/metrics/series.ts';
import { randomSource } from '../../../src/domain/statistics/random-source.ts';
import { FIRST_MS, NOW, simulatedTask } from './simulated-tasks.ts';
import { personOf } from './simulated-team.ts';

export interface Alarms {
  readonly what: string;
  readonly alarms: number;
  readonly processes: number;
  /** Largest share that is allowed; null: shown only. */
  readonly budget: number | null;
}

const HOUR_MS = 3_600_000;
const WATCHED = 300;

const stable = (count: number, failures: number, random: () => number): CountedTask[] =>
  Array.from({ length: count }, (_, hour) => simulatedTask({ ...personOf(0), completion: 1 - failures }, hour, random));
const startOf = (hour: number): string => new Date(FIRST_MS + hour * HOUR_MS).toISOString();

const share = (processes: number, seed: number, alarmed: (random: () => number) => boolean): number => {
  const random = randomSource(seed);
  let alarms = 0;
  for (let process = 0; process < processes; process += 1) if (alarmed(random)) alarms += 1;
  return alarms;
};

/** A stable process looked at through the primary chart: `before` points, then 30 in the window. */
const chart = (before: number, failures: number, processes: number): Alarms => {
  const points = before + 30;
  const from = startOf(before * TASKS_PER_POINT);
  const alarms = share(processes, 100 + before + 10 * failures, (random) =>
    controlChart({ tasks: stable(points * TASKS_PER_POINT, failures, random), now: NOW }, from).points.some(
      ({ outside, baseline }) => outside && (!baseline || before === 0),
    ),
  );
  const centre = before === 0 ? 'centre of all' : `centre of ${before} before`;
  const usual = `${Math.round(100 * (1 - failures))} % completed`;
  return { what: `chart: a point outside among 30, ${centre}, ${usual}`, alarms, processes, budget: 0.05 };
};

/** The alarm over 300 tasks, when the baseline is the true share. */
const knownBaseline = (failures: number, processes: number): Alarms => {
  const baseline = { failures, until: startOf(-1) };
  const alarms = share(
    processes,
    200 + 100 * failures,
    (random) => drift(stable(WATCHED, failures, random), baseline, NOW).alarm,
  );
  return {
    what: `drift alarm within ${WATCHED} tasks, usual share of failures ${failures}`,
    alarms,
    processes,
    budget: 0.1,
  };
};

/** The same, when the baseline is what the first 50 tasks happened to show. */
const learnedBaseline = (failures: number, processes: number): Alarms => {
  const alarms = share(processes, 300 + 100 * failures, (random) => {
    const tasks = stable(WATCHED + 50, failures, random);
    return drift(tasks, baselineOf(tasks, NOW), NOW).alarm;
  });
  return {
    what: `the same, ${failures} learned from the first 50 tasks`,
    alarms,
    processes,
    budget: null,
  };
};

export const falseAlarms = (processes: number): Alarms[] => [
  ...[0, 15, 20].map((before) => chart(before, 0.2, processes)),
  ...[0.1, 0.3].map((failures) => chart(20, failures, processes)),
  ...[0.06, 0.1, 0.2, 0.3, 0.5].map((failures) => knownBaseline(failures, processes)),
  ...[0.1, 0.2, 0.3].map((failures) => learnedBaseline(failures, processes)),
];

/** Tasks until the alarm when the odds of failure double from the first one on. */
export const delays = (processes: number): { failures: number; median: number; mean: number }[] =>
  [0.1, 0.2, 0.3].map((failures) => {
    const odds = (2 * failures) / (1 - failures);
    const random = randomSource(400 + 100 * failures);
    const found = Array.from({ length: processes }, () => {
      const tasks = stable(1_500, odds / (1 + odds), random);
      return firstAlarm(tasks, { failures, until: startOf(-1) });
    }).sort((a, b) => a - b);
    const mean = found.reduce((sum, one) => sum + one, 0) / found.length;
    return { failures, median: found[found.length >> 1] ?? 0, mean };
  });

/** By halving: an alarm that came stays. */
const firstAlarm = (tasks: readonly CountedTask[], baseline: { failures: number; until: string }): number => {
  let [low, high] = [0, tasks.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (drift(tasks.slice(0, middle), baseline, NOW).alarm) high = middle;
    else low = middle;
  }
  return high;
};
