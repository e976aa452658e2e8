import { type CountedTask, countedTask } from '../../../src/domain/metrics/counted-task.ts';
import type { Arm } from '../../../src/domain/run.ts';
import { normalDraw } from './normal-draw.ts';

/** How the tasks of one person in one workflow and arm go. What the numbers of Hone are to find again. */
export interface TaskKind {
  readonly workflow: string;
  readonly arm?: Arm;
  /** Chance that a task is completed clean. Of the others every second is rewritten, the rest fail. */
  readonly completion: number;
  /** Mean number of interventions in a run. Tasks differ: each has its own mean, gamma-distributed around this one. */
  readonly interventions: number;
  /** One run, and at most one intervention in it: what the power of a trial is planned for. */
  readonly plain?: boolean;
  /** Median minutes to resolution. */
  readonly minutes: number;
}

/** The same for every simulated team. */
export const SHARED = {
  repeats: 0.3,
  fallbacks: 0.1,
  helpful: 0.6,
  logSpread: 0.8,
  tokens: 180,
  tokenSpread: 0.5,
} as const;
/** Chances of one, two and three runs in a task. */
const RUNS = [0.75, 0.2, 0.05] as const;
export const MEAN_RUNS = RUNS[0] + 2 * RUNS[1] + 3 * RUNS[2];

export const FIRST_MS = Date.parse('2026-01-01T00:00:00.000Z');
/** Every task is mature and every resolution seen by then. */
export const NOW = '2026-12-01T00:00:00.000Z';
const HOUR_MS = 3_600_000;

const time = (ms: number): string => new Date(ms).toISOString();

const runsDrawn = (random: () => number): number => {
  const drawn = random();
  return drawn < RUNS[0] ? 1 : drawn < RUNS[0] + RUNS[1] ? 2 : 3;
};

const poisson = (mean: number, random: () => number): number => {
  let [count, product] = [0, random()];
  const limit = Math.exp(-mean);
  for (; product > limit; count += 1) product *= random();
  return count;
};

/** Gamma of shape 2 and mean 1: the sum of two exponential draws. */
const taskFactor = (random: () => number): number => -Math.log((1 - random()) * (1 - random())) / 2;

/** One task that starts in the given hour. */
export const simulatedTask = (kind: TaskKind, hour: number, random: () => number): CountedTask => {
  const [id, start] = [`t${hour}`, FIRST_MS + hour * HOUR_MS];
  const started_at = time(start);
  const runs = Array.from({ length: kind.plain ? 1 : runsDrawn(random) }, (_, index) => ({
    run_id: `${id}r${index}`,
    started_at,
  }));
  const mean = kind.interventions * taskFactor(random);
  const steps = (): number => (kind.plain ? Number(random() < kind.interventions) : poisson(mean, random));
  const stepped = runs.flatMap(({ run_id }) => Array.from({ length: steps() }, () => run_id));
  const chance = random();
  const clean = chance < kind.completion;
  const outcome = clean ? 'completed_clean' : chance < (1 + kind.completion) / 2 ? 'completed_rewritten' : 'failed';
  const minutes = kind.minutes * Math.exp(SHARED.logSpread * normalDraw(random));
  return countedTask({
    task: {
      task_id: id,
      workflow: kind.workflow,
      started_at,
      ...(kind.arm === undefined ? {} : { arm: kind.arm }),
    },
    runs,
    recalls: runs.map(({ run_id }) => ({
      run_id,
      decision: 'deliver',
      path: random() < SHARED.fallbacks ? 'lexical' : 'hybrid',
      tokens: SHARED.tokens * Math.exp(SHARED.tokenSpread * normalDraw(random)),
      at: started_at,
      candidates: [{ lesson_id: 'les_a' }],
    })),
    interventions: stepped.map((run_id) => ({ run_id, planned: false })),
    outcomes: [{ run_id: `${id}r0`, outcome, source: 'ci', at: time(start + 60_000 * minutes) }],
    verdicts: runs.map(({ run_id }) => ({
      run_id,
      lesson_id: 'les_a',
      verdict: random() < SHARED.helpful ? 'helpful' : 'unused',
      source: 'human',
      at: started_at,
    })),
    corrections: stepped.map((run_id, index) => ({
      project: 'app',
      correction_id: `${id}c${index}`,
      run_id,
      wrong: '',
      right: '',
      kind: 'correction',
      ...(random() < SHARED.repeats ? { match: 'repeat', repeat_why: 'ignored' } : { match: 'novel' }),
      by: 'ann',
      at: started_at,
    })),
    looped: false,
  });
};
