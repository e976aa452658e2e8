import type { Id, Time } from '../ids.ts';
import type { OutcomeSource } from '../outcome.ts';
import type { Verdict } from '../verdict.ts';

/** A lesson that was shown with a certainty, and what was said of it. */
export interface JudgedExposure {
  readonly run_id: Id;
  readonly lesson_id: Id;
  /** Certainty of recall when it was shown. */
  readonly score: number;
  readonly verdict: Verdict;
  readonly by: string;
  readonly source: OutcomeSource;
  readonly at: Time;
}

/** What a project's verdicts say of its recall. */
export interface Calibration {
  readonly fitted_at: Time;
  /** Verdicts that counted. */
  readonly verdicts: number;
  /** Smallest certainty above which at most one in ten shown lessons is harmful or unused; null: none can be promised. */
  readonly threshold: number | null;
  /** Chance that a lesson helps, by certainty, rising; null with too few verdicts. */
  readonly curve: readonly { readonly score: number; readonly helps: number }[] | null;
}

/** Below so many nothing can be promised: 29 good ones out of 29 are the fewest whose upper bound is under 10 %. */
export const FEWEST_VERDICTS = 29;
/** Chance that a lesson of this certainty helps, between the points of the curve in a straight line; null while uncalibrated. */
export const confidenceAt = (calibration: Calibration | null, score: number): number | null => {
  const curve = calibration?.curve ?? null;
  const [first] = curve ?? [];
  if (curve === null || first === undefined) return null;
  const next = curve.findIndex((point) => point.score >= score);
  const [above, below] = [curve[next], curve[next - 1]];
  if (next === 0 || above === undefined) return rounded((next === 0 ? first : curve.at(-1))?.helps ?? first.helps);
  if (below === undefined || above.score === below.score) return rounded(above.helps);
  const share = (score - below.score) / (above.score - below.score);
  return rounded(below.helps + share * (above.helps - below.helps));
};

const rounded = (chance: number): number => Math.round(chance * 100) / 100;
