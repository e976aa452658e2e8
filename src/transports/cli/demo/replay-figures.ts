import type { Estimate } from '../../../domain/estimate.ts';
import { wilson } from '../../../domain/statistics/wilson.ts';
import type { ReplayStep } from './replay.ts';

export interface ReplayFigures {
  readonly tasks: number;
  readonly from: string;
  readonly to: string;
  /** Of the tasks with an earlier correction of the same change: was a lesson of it recalled? */
  readonly recalled: Estimate;
  /** `recalled` in the order of time, 25 tasks each. */
  readonly recalled_by_25_tasks: readonly Estimate[];
  /** The same, where every such correction was at least 7 days old. */
  readonly recalled_after_7_days: Estimate;
  /** The same tasks, had the three newest corrections been shown instead. */
  readonly newest_first: Estimate;
  readonly newest_first_after_7_days: Estimate;
  /** Of the tasks without an earlier correction: was nothing shown? */
  readonly silent_without_earlier: Estimate;
  readonly lessons_per_task: number;
  readonly tokens_per_task: number;
  readonly paths: Readonly<Record<string, number>>;
  /** How each correction was filed: as novel, or as a repeat and why. */
  readonly matches: Readonly<Record<string, number>>;
}

const WEEK_SECONDS = 7 * 86_400;

export const replayFigures = (steps: readonly ReplayStep[]): ReplayFigures => {
  const linked = steps.filter((step) => step.earlier.length > 0);
  const old = linked.filter((step) => step.earlier.every((one) => step.correction.t - one.t >= WEEK_SECONDS));
  const fresh = steps.filter((step) => step.earlier.length === 0);
  const mean = (of: (step: ReplayStep) => number): number =>
    steps.length === 0 ? 0 : Math.round((10 * steps.reduce((sum, step) => sum + of(step), 0)) / steps.length) / 10;
  return {
    tasks: steps.length,
    from: day(steps[0]),
    to: day(steps.at(-1)),
    recalled: share(linked, (step) => step.hit),
    recalled_by_25_tasks: groupsOf(GROUP, steps).map((group) =>
      share(
        group.filter((step) => step.earlier.length > 0),
        (step) => step.hit,
      ),
    ),
    recalled_after_7_days: share(old, (step) => step.hit),
    newest_first: share(linked, (step) => step.newestHit),
    newest_first_after_7_days: share(old, (step) => step.newestHit),
    silent_without_earlier: share(fresh, (step) => step.delivered === 0),
    lessons_per_task: mean((step) => step.delivered),
    tokens_per_task: mean((step) => step.tokens),
    paths: countBy(steps, (step) => step.path),
    matches: countBy(steps, (step) => step.match),
  };
};

const GROUP = 25;

const groupsOf = <T>(size: number, list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));

const share = (steps: readonly ReplayStep[], is: (step: ReplayStep) => boolean): Estimate =>
  wilson(steps.filter(is).length, steps.length);

const day = (step: ReplayStep | undefined): string =>
  step === undefined ? '' : new Date(step.correction.t * 1_000).toISOString().slice(0, 10);

const countBy = (steps: readonly ReplayStep[], key: (step: ReplayStep) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const step of steps) counts[key(step)] = (counts[key(step)] ?? 0) + 1;
  return counts;
};
