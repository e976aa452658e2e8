import type { Estimate } from '../estimate.ts';
import type { Correction, RepeatReason } from '../intervention.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Cohort } from './cohort.ts';

export interface RepeatSplit {
  readonly missed: number;
  readonly withheld: number;
  readonly ignored: number;
  /** A matching lesson waited for review: the team's own delay, in no numerator. */
  readonly unreviewed: number;
  readonly novel: number;
}

/** All corrections of a cohort: in its runs, and of its time without a run. */
export const correctionsOf = ({ tasks, looseCorrections }: Cohort): Correction[] => [
  ...tasks.flatMap((history) => history.corrections),
  ...looseCorrections,
];

/** M5, the repeat-correction rate: corrections that a served lesson already said ÷ all corrections. */
export const repeatCorrectionRate = (cohort: Cohort): Estimate & RepeatSplit => {
  const corrections = correctionsOf(cohort);
  const repeats = corrections.filter((one) => one.match === 'repeat');
  const count = (why: RepeatReason): number => repeats.filter((one) => (one.repeat_why ?? 'missed') === why).length;
  const split = {
    missed: count('missed'),
    withheld: count('withheld'),
    ignored: count('ignored'),
    unreviewed: count('unreviewed'),
    novel: corrections.length - repeats.length,
  };
  return { ...wilson(split.missed + split.withheld + split.ignored, corrections.length), ...split };
};
