import type { Cohort } from '../../../src/domain/metrics/cohort.ts';
import type { MetricName } from '../../../src/domain/metrics/trends.ts';
import { normalDraw } from './normal-draw.ts';
import { MEAN_RUNS, NOW, SHARED, simulatedTask, type TaskKind } from './simulated-tasks.ts';

export interface TeamShape {
  readonly name: string;
  readonly tasks: number;
  readonly people: number;
  /** Standard deviation of skill among people, in logits of completion. */
  readonly skill: number;
}

export interface Window {
  readonly cohort: Cohort;
  /** What the metrics would be with endless tasks of these very people. */
  readonly truth: Partial<Record<MetricName, number>>;
}

const AVERAGE = { completion: 0.8, interventions: 0.25, minutes: 45 } as const;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const logit = (p: number): number => Math.log(p / (1 - p));

/** The standard normal distribution (M. Abramowitz, I. A. Stegun, 26.2.17: off by 7.5e-8 at most). */
const normalBelow = (z: number): number => {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z));
  const tail =
    t * (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  const below = 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
  return z >= 0 ? below : 1 - below;
};

/** A person of more skill completes more, is stepped into less, and is done sooner. */
export const personOf = (skill: number): TaskKind => ({
  workflow: 'bugfix',
  completion: logistic(logit(AVERAGE.completion) + skill),
  interventions: AVERAGE.interventions * Math.exp(-skill / 2),
  minutes: AVERAGE.minutes * Math.exp(-skill / 4),
});

export const teamOf = ({ people, skill }: TeamShape, random: () => number): TaskKind[] =>
  Array.from({ length: people }, () => personOf(skill * normalDraw(random)));

/** When half of all tasks are resolved; those that fail never are. */
const medianMinutes = (kinds: readonly TaskKind[]): number => {
  const resolved = (minutes: number): number =>
    mean(kinds, ({ completion, minutes: median }) => {
      return ((1 + completion) / 2) * normalBelow(Math.log(minutes / median) / SHARED.logSpread);
    });
  let [low, high] = [0.01, 100_000];
  for (let i = 0; i < 60; i += 1) {
    const middle = Math.sqrt(low * high);
    if (resolved(middle) < 0.5) low = middle;
    else high = middle;
  }
  return low;
};

const mean = (kinds: readonly TaskKind[], of: (kind: TaskKind) => number): number =>
  kinds.reduce((sum, kind) => sum + of(kind), 0) / kinds.length;

export const truthOf = (kinds: readonly TaskKind[]): Window['truth'] => ({
  completion_without_rewrite: mean(kinds, ({ completion }) => completion),
  interventions_per_100_runs: 100 * mean(kinds, ({ interventions }) => interventions),
  runs_with_intervention: mean(kinds, ({ interventions }) => 1 - (1 + interventions / 2) ** -2),
  median_minutes_to_resolution: medianMinutes(kinds),
  fallback_rate: SHARED.fallbacks,
  repeat_correction_rate: SHARED.repeats,
  lesson_precision: SHARED.helpful,
  tokens_per_task: MEAN_RUNS * SHARED.tokens * Math.exp(SHARED.tokenSpread ** 2 / 2),
});

/** `count` tasks in turn over the people, an hour apart. */
export const windowOf = (
  kinds: readonly TaskKind[],
  count: number,
  firstHour: number,
  random: () => number,
): Window => {
  const used = Array.from({ length: count }, (_, index) => kinds[index % kinds.length] as TaskKind);
  const tasks = used.map((kind, index) => simulatedTask(kind, firstHour + index, random));
  return { cohort: { tasks, looseCorrections: [], now: NOW, horizon: NOW }, truth: truthOf(used) };
};
