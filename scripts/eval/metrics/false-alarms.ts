import { isClean } from '../../../src/domain/metrics/confirmed-outcome.ts';
import { controlChart } from '../../../src/domain/metrics/control-chart.ts';
import type { CountedTask } from '../../../src/domain/metrics/counted-task.ts';
import { BASELINE_SIZES, type Baseline, drift } from '../../../src/domain/metrics/drift.ts';
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

/** The baseline that a lead locked, or that the record's first tasks gave: of so many tasks, which chance has drawn. */
const learned = (tasks: readonly CountedTask[], n: number): Baseline => ({
  failures: tasks.slice(0, n).filter((one) => !isClean(one)).length / n,
  n,
  until: tasks[n - 1]?.task.started_at ?? '',
});

/** The alarm over 300 tasks that follow the baseline, the process being what it was. */
const driftAlarms = (failures: number, n: number, processes: number): Alarms => {
  const alarms = share(processes, 300 + 100 * failures + n, (random) => {
    const tasks = stable(WATCHED + n, failures, random);
    return drift(tasks, learned(tasks, n), NOW).alarm;
  });
  return {
    what: `drift alarm within ${WATCHED} tasks, share of failures ${failures} learned from ${n} tasks`,
    alarms,
    processes,
    budget: 0.1,
  };
};

export const falseAlarms = (processes: number): Alarms[] => [
  ...[0, 15, 20].map((before) => chart(before, 0.2, processes)),
  ...[0.1, 0.3].map((failures) => chart(20, failures, processes)),
  ...BASELINE_SIZES.flatMap((n) => SHARES.map((failures) => driftAlarms(failures, n, processes))),
];

const SHARES = [0.06, 0.1, 0.2, 0.3, 0.5] as const;
/** Tasks after which an alarm is given up. */
const LONGEST = 2_000;

export interface Delay {
  readonly failures: number;
  readonly n: number;
  /** Tasks from the change to the alarm. */
  readonly median: number;
  /** Share of processes with the alarm in 300 tasks. */
  readonly within: number;
}

/** Tasks until the alarm when the odds of failure double after the baseline, from the first watched task on. */
export const delays = (processes: number): Delay[] =>
  [0.1, 0.2, 0.3].flatMap((failures) =>
    BASELINE_SIZES.map((n) => {
      const odds = (2 * failures) / (1 - failures);
      const random = randomSource(400 + 100 * failures + n);
      const found = Array.from({ length: processes }, () => {
        const before = stable(n, failures, random);
        const after = Array.from({ length: LONGEST }, (_, hour) =>
          simulatedTask({ ...personOf(0), completion: 1 - odds / (1 + odds) }, n + hour, random),
        );
        return firstAlarm(after, learned(before, n));
      }).sort((a, b) => a - b);
      const within = found.filter((tasks) => tasks <= WATCHED).length / found.length;
      return { failures, n, median: found[found.length >> 1] ?? LONGEST, within };
    }),
  );

/** By halving: an alarm that came stays. */
const firstAlarm = (tasks: readonly CountedTask[], baseline: Baseline): number => {
  let [low, high] = [0, tasks.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (drift(tasks.slice(0, middle), baseline, NOW).alarm) high = middle;
    else low = middle;
  }
  return high;
};
