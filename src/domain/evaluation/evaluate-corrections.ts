import { type Detector, interventionProbability } from '../capture/detector.ts';
import { decision } from '../capture/kernel-machine.ts';
import { fitPlatt } from '../capture/platt.ts';
import { type LabelledCase, trainKernelMachine } from '../capture/train-kernel-machine.ts';
import { turnCues } from '../capture/turn-cues.ts';
import { randomSource } from '../statistics/random-source.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { averagePrecision, precisionAtRecall, type ScoredCase, scoreOfPrecision } from './average-precision.ts';

/** A person's turn to an agent, with the end of the agent's turn before it and what a reader said of it. */
export interface LabelledTurn {
  readonly repo: string;
  readonly context: string;
  readonly text: string;
  readonly intervention: boolean;
}

/** Shares 0 to 1, with 95 % bootstrap intervals that resample repositories: one author's turns are alike. */
export interface CorrectionFigures {
  readonly turns: number;
  readonly repositories: number;
  readonly interventions: number;
  readonly average_precision: { readonly value: number; readonly low: number; readonly high: number };
  readonly precision_at_recall: readonly { readonly recall: number; readonly precision: number }[];
}

const FOLDS = 7;
const REPLICATES = 1_000;
const RECALLS = [0.3, 0.5, 0.7];
/** How soon likeness fades, and how much one turn may decide: flat around these in cross-validation. */
const MACHINE = { gamma: 0.12, cost: 3 };
const ASK_PRECISION = 0.6;
const COUNT_PRECISION = 0.8;

type Judged = ScoredCase & { readonly repo: string };

const casesOf = (turns: readonly LabelledTurn[]): LabelledCase[] =>
  turns.map(({ text, context, intervention }) => ({ x: turnCues(text, context), y: intervention }));

/** Each turn judged by a machine that saw no turn of its repository. */
const crossValidated = (turns: readonly LabelledTurn[], seed: number): Judged[] => {
  const random = randomSource(seed);
  const repos = [...new Set(turns.map(({ repo }) => repo))].map((repo) => ({ repo, at: random() }));
  repos.sort((a, b) => a.at - b.at);
  const foldOf = new Map(repos.map(({ repo }, index) => [repo, index % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const machine = trainKernelMachine(casesOf(turns.filter(({ repo }) => foldOf.get(repo) !== fold)), MACHINE);
    return turns
      .filter(({ repo }) => foldOf.get(repo) === fold)
      .map(({ repo, text, context, intervention }) => ({
        repo,
        score: decision(machine, turnCues(text, context)),
        positive: intervention,
      }));
  }).flat();
};

/** Tells whether two collections hold the same turns, in whatever order. */
export const turnsFingerprint = (turns: readonly LabelledTurn[]): string =>
  fingerprint(turns.map(({ context, text }) => fingerprint([context, text])).sort());

/** Trained on all turns; its probabilities and thresholds come from the cross-validated scores, never from turns it has seen. */
export const trainDetector = (turns: readonly LabelledTurn[], seed = 1): Detector => {
  const judged = crossValidated(turns, seed);
  const { slope, offset } = fitPlatt(judged);
  const probability = (score: number | null): number => 1 / (1 + Math.exp(-(slope * (score ?? 9) + offset)));
  return {
    machine: trainKernelMachine(casesOf(turns), MACHINE),
    slope,
    offset,
    ask: probability(scoreOfPrecision(judged, ASK_PRECISION)),
    count: probability(scoreOfPrecision(judged, COUNT_PRECISION)),
    trained_on: turnsFingerprint(turns),
  };
};

/** How well the way of training does on repositories that it has not seen. */
export const evaluateTraining = (turns: readonly LabelledTurn[], seed = 1): CorrectionFigures =>
  figuresOf(crossValidated(turns, seed), seed);

/** How well one detector does on turns that it was not trained on. */
export const evaluateDetector = (detector: Detector, turns: readonly LabelledTurn[], seed = 1): CorrectionFigures =>
  figuresOf(
    turns.map(({ repo, text, context, intervention }) => ({
      repo,
      score: interventionProbability(detector, text, context),
      positive: intervention,
    })),
    seed,
  );

const figuresOf = (judged: readonly Judged[], seed: number): CorrectionFigures => {
  const repos = [...new Set(judged.map(({ repo }) => repo))];
  const byRepo = repos.map((repo) => judged.filter((one) => one.repo === repo));
  const random = randomSource(seed);
  const values = Array.from({ length: REPLICATES }, () =>
    averagePrecision(byRepo.flatMap(() => byRepo[Math.floor(random() * byRepo.length)] ?? [])),
  ).sort((a, b) => a - b);
  return {
    turns: judged.length,
    repositories: byRepo.length,
    interventions: judged.filter(({ positive }) => positive).length,
    average_precision: {
      value: averagePrecision(judged),
      low: values[Math.floor(0.025 * REPLICATES)] ?? 0,
      high: values[Math.ceil(0.975 * REPLICATES) - 1] ?? 0,
    },
    precision_at_recall: RECALLS.map((recall) => ({ recall, precision: precisionAtRecall(judged, recall) })),
  };
};
