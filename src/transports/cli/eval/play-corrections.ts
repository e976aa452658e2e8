import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Detector } from '../../../domain/capture/detector.ts';
import { HoneError } from '../../../domain/error.ts';
import {
  type CorrectionFigures,
  evaluateDetector,
  evaluateTraining,
  type LabelledTurn,
  turnsFingerprint,
} from '../../../domain/evaluation/evaluate-corrections.ts';
import type { CliContext } from '../context.ts';
import { markdownTable, percent } from './markdown-table.ts';
import { readLines } from './read-lines.ts';

export interface CorrectionsReport {
  /** The detector that ships; null on the very turns that it was trained on, which would flatter it. */
  readonly shipped: CorrectionFigures | null;
  /** Trained anew without each repository in turn; null where there are too few to leave any out. */
  readonly cross_validated: CorrectionFigures | null;
}

/** `hone eval corrections`: can the detector tell that a person steps in? */
export const playCorrections = (context: CliContext, { data, seed }: { data: string; seed: number }): void => {
  const turns = readTurns(resolve(context.folder, data));
  const detector = JSON.parse(
    readFileSync(join(context.own.folder, 'data', 'corrections', 'detector.json'), 'utf8'),
  ) as Detector;
  const seen = detector.trained_on === turnsFingerprint(turns);
  const report: CorrectionsReport = {
    shipped: seen ? null : evaluateDetector(detector, turns, seed),
    cross_validated: new Set(turns.map(({ repo }) => repo)).size < 2 ? null : evaluateTraining(turns, seed),
  };
  context.output.result({ evaluation: 'corrections', seed, ...report }, () => words(report));
};

const readTurns = (folder: string): LabelledTurn[] => {
  const file = ['turns.jsonl', join('user-turns', 'turns.jsonl')].map((name) => join(folder, name)).find(existsSync);
  if (file === undefined) {
    throw new HoneError(
      'INVALID_INPUT',
      'There is no turns.jsonl in this folder.',
      'One turn a line: {"repo": "…", "context": "the end of the agent\'s turn", "text": "…", "intervention": true}.',
    );
  }
  const turns = readLines<LabelledTurn>(file);
  const wrong = turns.findIndex(
    (turn) =>
      [turn.repo, turn.context, turn.text].some((value) => typeof value !== 'string') ||
      typeof turn.intervention !== 'boolean',
  );
  if (wrong >= 0) {
    throw new HoneError(
      'INVALID_INPUT',
      `Turn ${wrong + 1} of turns.jsonl lacks a field or holds another kind of value.`,
      'repo, context and text are texts; intervention is true or false.',
    );
  }
  return turns;
};

const words = ({ shipped, cross_validated }: CorrectionsReport): string =>
  [
    markdownTable(
      ['detector', 'turns', 'repositories', 'interventions', 'average precision', 'precision at recall 30 / 50 / 70 %'],
      [...row('as shipped', shipped), ...row('trained anew, by repositories it has not seen', cross_validated)],
    ),
    ...(shipped === null
      ? ['', 'These are the turns that the shipped detector was trained on: it is not judged on them.']
      : []),
  ].join('\n');

const row = (name: string, figures: CorrectionFigures | null): string[][] => {
  if (figures === null) return [];
  const { value, low, high } = figures.average_precision;
  return [
    [
      name,
      `${figures.turns}`,
      `${figures.repositories}`,
      `${figures.interventions}`,
      `${percent(value)} [${percent(low)}, ${percent(high)}]`,
      figures.precision_at_recall.map(({ precision }) => percent(precision)).join(' / '),
    ],
  ];
};
