import type { Estimate } from '../../../src/domain/estimate.ts';
import { changeOf } from '../../../src/domain/metrics/change.ts';
import { lift } from '../../../src/domain/metrics/lift.ts';
import type { MetricName } from '../../../src/domain/metrics/trends.ts';
import { windowMetrics } from '../../../src/domain/metrics/window-metrics.ts';
import { randomSource } from '../../../src/domain/statistics/random-source.ts';
import { normalDraw } from './normal-draw.ts';
import { NOW, simulatedTask, type TaskKind } from './simulated-tasks.ts';
import { personOf, type TeamShape, teamOf, windowOf } from './simulated-team.ts';

/** How often an interval held the truth. */
export interface Covered {
  readonly metric: string;
  readonly shape: string;
  held: number;
  teams: number;
}

const holds = ({ low, high }: Estimate, truth: number): boolean =>
  (low === null || low <= truth) && (high === null || truth <= high);

class Tally {
  readonly #shape: string;
  readonly #found = new Map<string, Covered>();
  constructor(shape: string) {
    this.#shape = shape;
  }
  add(metric: string, estimate: Estimate | undefined, truth: number): void {
    if (estimate === undefined || estimate.value === null) return;
    const covered = this.#found.get(metric) ?? { metric, shape: this.#shape, held: 0, teams: 0 };
    this.#found.set(metric, covered);
    covered.teams += 1;
    if (holds(estimate, truth)) covered.held += 1;
  }
  get all(): Covered[] {
    return [...this.#found.values()];
  }
}

/** Each metric of a window, and its change against a window of the same people. */
export const coverageOfWindows = (shape: TeamShape, teams: number): Covered[] => {
  const random = randomSource(shape.tasks * 31 + shape.people);
  const tally = new Tally(shape.name);
  for (let team = 0; team < teams; team += 1) {
    const kinds = teamOf(shape, random);
    const before = windowOf(kinds, shape.tasks, 0, random);
    const now = windowOf(kinds, shape.tasks, shape.tasks, random);
    const [metrics, earlier] = [windowMetrics(now.cohort), windowMetrics(before.cohort)];
    const change = changeOf(metrics, earlier);
    for (const [name, truth] of Object.entries(now.truth) as [MetricName, number][]) {
      tally.add(name, metrics[name], truth);
      tally.add(`change of ${name}`, change[name], truth - (before.truth[name] ?? 0));
    }
  }
  return tally.all;
};

const EFFECT = { logits: 0.5, interventions: 0.8, minutes: 0.8 } as const;

/** Memory against holdout, drawn in blocks of two inside two workflows, with an effect that differs between people. */
export const coverageOfLift = (shape: TeamShape, teams: number): Covered[] => {
  const random = randomSource(shape.tasks * 37 + shape.people);
  const tally = new Tally(shape.name);
  for (let team = 0; team < teams; team += 1) {
    const people = Array.from({ length: shape.people }, () => shape.skill * normalDraw(random));
    const kindOf = (index: number, arm: 'memory' | 'holdout'): TaskKind => {
      const hard = Math.floor(index / 2) % 3 === 0;
      const skill = (people[Math.floor(index / 2) % people.length] ?? 0) - (hard ? 0.7 : 0);
      const kind = personOf(skill);
      const workflow = hard ? 'migration' : 'bugfix';
      if (arm === 'holdout') return { ...kind, workflow, arm };
      const helped = personOf(skill + EFFECT.logits).completion;
      return {
        workflow,
        arm,
        completion: helped,
        interventions: kind.interventions * EFFECT.interventions,
        minutes: kind.minutes * EFFECT.minutes,
      };
    };
    const used: TaskKind[] = [];
    for (let index = 0; index < shape.tasks; index += 2) {
      const first = random() < 0.5 ? 'memory' : 'holdout';
      used.push(kindOf(index, first), kindOf(index + 1, first === 'memory' ? 'holdout' : 'memory'));
    }
    const tasks = used.map((kind, hour) => simulatedTask(kind, hour, random));
    const found = lift({ tasks, looseCorrections: [], now: NOW, horizon: NOW });
    // Blocks of two: in each workflow both arms have the same people as often, so the plain difference is the truth.
    const difference = (of: (kind: TaskKind) => number): number =>
      used.reduce((sum, kind) => sum + (kind.arm === 'memory' ? 1 : -1) * of(kind), 0) / (used.length / 2);
    tally.add(
      'lift: completion_without_rewrite',
      found?.completion_without_rewrite,
      difference((k) => k.completion),
    );
    tally.add(
      'lift: interventions_per_100_runs',
      found?.interventions_per_100_runs,
      100 * difference((k) => k.interventions),
    );
    tally.add('lift: minutes_to_resolution_ratio', found?.minutes_to_resolution_ratio, EFFECT.minutes);
  }
  return tally.all;
};
