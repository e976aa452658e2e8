import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import type { ShrunkDifference } from '../statistics/shrunk-differences.ts';
import { signTest } from '../statistics/sign-test.ts';
import type { LessonUse } from './lesson-use.ts';
import { FEWEST } from './verdict.ts';

export const LESSON_VERDICTS = ['prevents_repeats', 'does_harm', 'is_ignored', 'not_needed', 'too_few'] as const;
export type LessonVerdict = (typeof LESSON_VERDICTS)[number];

/** Share of false calls that is accepted among all calls of one report. */
const FALSE_CALLS = 0.05;

export const judgedOf = (use: LessonUse): number => use.helpful + use.harmful + use.ignored + use.unused;

/** The verdict on a lesson with enough judged exposures; `harm` and `help` are adjusted p-values. */
const verdictOf = (use: LessonUse, harm: number, help: number): LessonVerdict => {
  const half = judgedOf(use) / 2;
  if (harm <= FALSE_CALLS) return 'does_harm';
  if (use.ignored > half) return 'is_ignored';
  if (use.unused > half) return 'not_needed';
  return help <= FALSE_CALLS ? 'prevents_repeats' : 'too_few';
};

export interface JudgedLesson extends LessonUse {
  /** Runs that started since the lesson was made. */
  readonly runs: number;
  readonly lift?: ShrunkDifference | undefined;
}

/**
 * What can be said of each lesson. From 20 judged exposures on: harm or help when one outnumbers the other beyond chance
 * (sign test, Benjamini–Hochberg over all lessons of the report), ignored or not needed when more than half say so.
 * A lesson that was shown to none of 20 runs or more is not needed. Where arms were drawn, fewer completions with it than
 * without do harm, too, from 20 tasks on (corrected likewise); a difference for the better raises nothing.
 */
export const lessonVerdicts = (uses: readonly JudgedLesson[]): LessonVerdict[] => {
  const compared = uses.filter(({ lift }) => lift !== undefined && lift.estimate.n >= FEWEST);
  const below = benjaminiHochberg(compared.map(({ lift }) => lift?.below ?? 1));
  const hurt = new Set(compared.filter((_, index) => (below[index] ?? 1) <= FALSE_CALLS));
  const judged = uses.filter((use) => judgedOf(use) >= FEWEST);
  const harm = benjaminiHochberg(judged.map((use) => signTest(use.harmful, use.helpful)));
  const help = benjaminiHochberg(judged.map((use) => signTest(use.helpful, use.harmful)));
  return uses.map((use) => {
    if (hurt.has(use)) return 'does_harm';
    const index = judged.indexOf(use);
    if (index >= 0) return verdictOf(use, harm[index] ?? 1, help[index] ?? 1);
    const unseen = use.exposures === 0 && use.repeats_after === 0;
    return unseen && use.runs >= FEWEST ? 'not_needed' : 'too_few';
  });
};
