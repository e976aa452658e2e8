import { trialFigures } from '../../../src/domain/metrics/trial-figures.ts';
import { type TrialDecision, trialVerdict } from '../../../src/domain/metrics/trial-verdict.ts';
import { tasksForGain, tasksForMargin } from '../../../src/domain/statistics/power.ts';
import { randomSource } from '../../../src/domain/statistics/random-source.ts';
import { NOW, simulatedTask, type TaskKind } from './simulated-tasks.ts';
import { personOf } from './simulated-team.ts';

const MARGIN = 10;

interface Scenario {
  readonly name: string;
  readonly perArm: number;
  /** Share of trials in which the named part is planned to be found. */
  readonly planned?: { readonly part: 'gains' | 'withinMargin'; readonly share: number };
  readonly memory: Partial<TaskKind>;
  readonly holdout: Partial<TaskKind>;
}

export interface TrialOutcomes {
  readonly name: string;
  readonly planned?: Scenario['planned'];
  readonly perArm: number;
  readonly trials: number;
  readonly decisions: Readonly<Record<TrialDecision, number>>;
  /** Lower bound of the completion difference above 0. */
  readonly gains: number;
  /** One-sided upper bound of the intervention difference below the margin. */
  readonly withinMargin: number;
  /** The e-process of harm reached its limit. */
  readonly harmed: number;
}

export const playTrial = ({ name, perArm, memory, holdout, ...scenario }: Scenario, trials: number): TrialOutcomes => {
  const random = randomSource(perArm * 13 + name.length);
  const decisions = { keep: 0, roll_back: 0, inconclusive: 0 };
  let [gains, withinMargin, harmed] = [0, 0, 0];
  const base = personOf(0);
  for (let trial = 0; trial < trials; trial += 1) {
    const tasks = Array.from({ length: perArm }, (_, block) => {
      const arms = random() < 0.5 ? (['memory', 'holdout'] as const) : (['holdout', 'memory'] as const);
      return arms.map((arm, index) =>
        simulatedTask({ ...base, ...(arm === 'memory' ? memory : holdout), arm }, 2 * block + index, random),
      );
    }).flat();
    const figures = trialFigures({ tasks, looseCorrections: [], now: NOW, horizon: NOW });
    decisions[trialVerdict({ figures, margin: MARGIN, incidents: [] }).decision] += 1;
    if ((figures.lift?.completion_without_rewrite.low ?? -1) > 0) gains += 1;
    if ((figures.interventions_for_margin?.high ?? MARGIN) < MARGIN) withinMargin += 1;
    if (figures.harm.reached_at !== null) harmed += 1;
  }
  return { name, ...scenario, perArm, trials, decisions, gains, withinMargin, harmed };
};

/** As the plan assumes it: a run a task, at most one intervention in it. */
const USUAL = { completion: 0.7, interventions: 0.2, plain: true } as const;
/** As teams are: retries, and tasks that differ. */
const SCATTERED = { completion: 0.7, interventions: 0.2 } as const;
const GAIN = { completion: 0.85 } as const;

/** What the plan asks for, each for 80 % power: 121 tasks an arm for the gain, 198 for the margin. */
export const PLANNED = { gain: tasksForGain(0.7, 0.85), margin: tasksForMargin(0.2, 0.1), power: 0.8 } as const;

export const SCENARIOS: readonly Scenario[] = [
  { name: 'no effect', perArm: PLANNED.margin, memory: USUAL, holdout: USUAL },
  { name: 'no effect, few tasks', perArm: 40, memory: USUAL, holdout: USUAL },
  { name: 'no effect, retries and scattered tasks', perArm: PLANNED.margin, memory: SCATTERED, holdout: SCATTERED },
  {
    name: 'completion 70 → 85 %',
    perArm: PLANNED.gain,
    planned: { part: 'gains', share: PLANNED.power },
    memory: { ...USUAL, ...GAIN },
    holdout: USUAL,
  },
  {
    name: 'completion 70 → 85 %',
    perArm: PLANNED.margin,
    planned: { part: 'withinMargin', share: PLANNED.power },
    memory: { ...USUAL, ...GAIN },
    holdout: USUAL,
  },
  {
    name: 'completion 70 → 85 %, retries and scattered tasks',
    perArm: PLANNED.margin,
    memory: { ...SCATTERED, ...GAIN },
    holdout: SCATTERED,
  },
  {
    name: 'completion 70 → 85 %, but 10 more interventions per 100 runs',
    perArm: PLANNED.margin,
    memory: { ...USUAL, ...GAIN, interventions: 0.3 },
    holdout: USUAL,
  },
  {
    name: 'harm: completion 70 → 45 %',
    perArm: PLANNED.margin,
    memory: { ...USUAL, completion: 0.45 },
    holdout: USUAL,
  },
];
